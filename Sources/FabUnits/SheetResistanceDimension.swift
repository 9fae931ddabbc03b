/// The dimension of ``SheetResistance``.
public enum SheetResistanceDimension: PhysicalDimension {
  /// "a sheet resistance".
  public static let name = "a sheet resistance"
  /// An example for messages.
  public static let example = "8 ohm/sq"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit("ohm/sq", aliases: ["Ω/sq", "Ω/□", "ohm/square"])
  ]
}

/// A sheet resistance; SI unit ohm per square.
public typealias SheetResistance = Quantity<SheetResistanceDimension>
