/// The dimension of ``Conductance``.
public enum ConductanceDimension: PhysicalDimension {
  /// "a conductance".
  public static let name = "a conductance"
  /// An example for messages.
  public static let example = "100 µS"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit("S"),
    MeasurementUnit("mS", exponent: -3),
    MeasurementUnit("µS", aliases: ["uS"], exponent: -6),
    MeasurementUnit("nS", exponent: -9),
  ]
}

/// An electric conductance; SI unit siemens.
public typealias Conductance = Quantity<ConductanceDimension>
