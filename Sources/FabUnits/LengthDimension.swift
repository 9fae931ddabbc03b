/// The dimension of ``Length``.
public enum LengthDimension: PhysicalDimension {
  /// "a length".
  public static let name = "a length"
  /// An example for messages.
  public static let example = "250 nm"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit("nm", exponent: -9),
    MeasurementUnit("Å", aliases: ["angstrom"], exponent: -10),
    MeasurementUnit("µm", aliases: ["um"], exponent: -6),
    MeasurementUnit("mm", exponent: -3),
    MeasurementUnit("cm", exponent: -2),
    MeasurementUnit("m"),
    MeasurementUnit("in", exponent: -4, numerator: 254),
  ]
}

/// A length; SI unit metre.
public typealias Length = Quantity<LengthDimension>
