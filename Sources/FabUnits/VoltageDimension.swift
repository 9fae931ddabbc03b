/// The dimension of ``Voltage``.
public enum VoltageDimension: PhysicalDimension {
  /// "a voltage".
  public static let name = "a voltage"
  /// An example for messages.
  public static let example = "0.2 V"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit("V"),
    MeasurementUnit("mV", exponent: -3),
    MeasurementUnit("µV", aliases: ["uV"], exponent: -6),
    MeasurementUnit("kV", exponent: 3),
  ]
}

/// An electric potential difference; SI unit volt.
public typealias Voltage = Quantity<VoltageDimension>
