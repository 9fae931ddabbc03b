/// The dimension of ``Time``.
public enum TimeDimension: PhysicalDimension {
  /// "a time".
  public static let name = "a time"
  /// An example for messages.
  public static let example = "10 min"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit("s", aliases: ["sec"]),
    MeasurementUnit("ms", exponent: -3),
    MeasurementUnit("µs", aliases: ["us"], exponent: -6),
    MeasurementUnit("min", numerator: 60),
    MeasurementUnit("h", aliases: ["hr"], numerator: 3600),
    MeasurementUnit("d", numerator: 86_400),
  ]
}

/// A duration; SI unit second.
public typealias Time = Quantity<TimeDimension>
