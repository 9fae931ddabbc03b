/// The dimension of ``Angle``.
public enum AngleDimension: PhysicalDimension {
  /// "an angle".
  public static let name = "an angle"
  /// An example for messages.
  public static let example = "45 deg"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit("°", aliases: ["deg"])
  ]
}

/// A plane angle; measured in degrees.
public typealias Angle = Quantity<AngleDimension>
