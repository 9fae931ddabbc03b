/// The dimension of ``ElectricCurrent``.
public enum ElectricCurrentDimension: PhysicalDimension {
  /// "a current".
  public static let name = "a current"
  /// An example for messages.
  public static let example = "1 nA"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit("A"),
    MeasurementUnit("mA", exponent: -3),
    MeasurementUnit("µA", aliases: ["uA"], exponent: -6),
    MeasurementUnit("nA", exponent: -9),
    MeasurementUnit("pA", exponent: -12),
    MeasurementUnit("fA", exponent: -15),
  ]
}

/// An electric current; SI unit ampere.
public typealias ElectricCurrent = Quantity<ElectricCurrentDimension>
