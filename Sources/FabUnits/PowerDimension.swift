/// The dimension of ``Power``.
public enum PowerDimension: PhysicalDimension {
  /// "a power".
  public static let name = "a power"
  /// An example for messages.
  public static let example = "50 W"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit("W"),
    MeasurementUnit("mW", exponent: -3),
    MeasurementUnit("µW", aliases: ["uW"], exponent: -6),
    MeasurementUnit("nW", exponent: -9),
    MeasurementUnit("kW", exponent: 3),
  ]
}

/// A power; SI unit watt.
public typealias Power = Quantity<PowerDimension>
