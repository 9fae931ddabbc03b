/// The dimension of ``DepositionRate``.
public enum DepositionRateDimension: PhysicalDimension {
  /// "a deposition rate".
  public static let name = "a deposition rate"
  /// An example for messages.
  public static let example = "1 Å/s"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit("Å/s", aliases: ["A/s", "Å s-1", "A s-1", "angstrom/s"], exponent: -10),
    MeasurementUnit("nm/s", aliases: ["nm s-1"], exponent: -9),
    MeasurementUnit("nm/min", aliases: ["nm min-1"], exponent: -9, denominator: 60),
    MeasurementUnit("Å/min", aliases: ["A/min"], exponent: -10, denominator: 60),
    MeasurementUnit("µm/h", aliases: ["um/h"], exponent: -6, denominator: 3600),
  ]
}

/// A film growth rate; SI unit metre per second.
public typealias DepositionRate = Quantity<DepositionRateDimension>
