/// The dimension of ``Fraction``.
public enum FractionDimension: PhysicalDimension {
  /// "a fraction".
  public static let name = "a fraction"
  /// An example for messages.
  public static let example = "99.8 %"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit("%", exponent: -2),
    MeasurementUnit("ppm", exponent: -6),
  ]
}

/// A part of a whole; one is 100 %.
public typealias Fraction = Quantity<FractionDimension>
