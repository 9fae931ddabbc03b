/// The dimension of ``Mass``.
public enum MassDimension: PhysicalDimension {
  /// "a mass".
  public static let name = "a mass"
  /// An example for messages.
  public static let example = "12 mg"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit("mg", exponent: -6),
    MeasurementUnit("µg", aliases: ["ug"], exponent: -9),
    MeasurementUnit("g", exponent: -3),
    MeasurementUnit("kg"),
  ]
}

/// A mass; SI unit kilogram.
public typealias Mass = Quantity<MassDimension>
