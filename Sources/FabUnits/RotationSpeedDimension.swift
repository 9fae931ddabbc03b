/// The dimension of ``RotationSpeed``.
public enum RotationSpeedDimension: PhysicalDimension {
  /// "a rotation speed".
  public static let name = "a rotation speed"
  /// An example for messages.
  public static let example = "3000 rpm"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit("rpm", aliases: ["1/min"])
  ]
}

/// A rotation speed; measured in turns per minute.
public typealias RotationSpeed = Quantity<RotationSpeedDimension>
