/// The dimension of ``Area``.
public enum AreaDimension: PhysicalDimension {
  /// "an area".
  public static let name = "an area"
  /// An example for messages.
  public static let example = "0.64 mm2"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit("mm2", aliases: ["mm^2"], exponent: -6),
    MeasurementUnit("cm2", aliases: ["cm^2"], exponent: -4),
    MeasurementUnit("µm2", aliases: ["um2", "µm^2", "um^2"], exponent: -12),
    MeasurementUnit("m2", aliases: ["m^2"]),
  ]
}

/// An area; SI unit square metre.
public typealias Area = Quantity<AreaDimension>
