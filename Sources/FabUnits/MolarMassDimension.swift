/// The dimension of ``MolarMass``.
public enum MolarMassDimension: PhysicalDimension {
  /// "a molar mass".
  public static let name = "a molar mass"
  /// An example for messages.
  public static let example = "461.01 g/mol"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit("g/mol", aliases: ["g mol-1"], exponent: -3),
    MeasurementUnit("kg/mol", aliases: ["kg mol-1"]),
  ]
}

/// A molar mass; SI unit kilogram per mole.
public typealias MolarMass = Quantity<MolarMassDimension>
