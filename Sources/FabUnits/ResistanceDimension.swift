/// The dimension of ``Resistance``.
public enum ResistanceDimension: PhysicalDimension {
  /// "a resistance".
  public static let name = "a resistance"
  /// An example for messages.
  public static let example = "800 ohm"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit("ohm", aliases: ["Ω", "Ohm"]),
    MeasurementUnit("kohm", aliases: ["kΩ", "kOhm"], exponent: 3),
    MeasurementUnit("Mohm", aliases: ["MΩ", "MOhm"], exponent: 6),
    MeasurementUnit("Gohm", aliases: ["GΩ", "GOhm"], exponent: 9),
  ]
}

/// An electric resistance; SI unit ohm.
public typealias Resistance = Quantity<ResistanceDimension>
