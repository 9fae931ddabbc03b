/// The dimension of ``Temperature``.
public enum TemperatureDimension: PhysicalDimension {
  /// "a temperature".
  public static let name = "a temperature"
  /// An example for messages.
  public static let example = "180 °C"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit(
      "°C",
      aliases: ["degC", "C", "℃"],
      offset: ExactDecimal(significand: 27_315, exponent: -2)
    ),
    MeasurementUnit("K"),
  ]
}

/// A temperature; SI unit kelvin.
public typealias Temperature = Quantity<TemperatureDimension>
