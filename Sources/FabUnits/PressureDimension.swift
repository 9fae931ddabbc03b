/// The dimension of ``Pressure``.
public enum PressureDimension: PhysicalDimension {
  /// "a pressure".
  public static let name = "a pressure"
  /// An example for messages.
  public static let example = "1e-6 mbar"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit("Pa"),
    MeasurementUnit("mbar", aliases: ["hPa"], exponent: 2),
    MeasurementUnit("bar", exponent: 5),
    MeasurementUnit("kPa", exponent: 3),
    MeasurementUnit("Torr", aliases: ["torr"], numerator: 101_325, denominator: 760),
    MeasurementUnit(
      "mTorr",
      aliases: ["mtorr"],
      exponent: -3,
      numerator: 101_325,
      denominator: 760
    ),
  ]
}

/// A pressure; SI unit pascal.
public typealias Pressure = Quantity<PressureDimension>
