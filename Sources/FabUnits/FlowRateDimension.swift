/// The dimension of ``FlowRate``.
public enum FlowRateDimension: PhysicalDimension {
  /// "a gas flow".
  public static let name = "a gas flow"
  /// An example for messages.
  public static let example = "20 sccm"
  /// The units that are read.
  public static let units: [MeasurementUnit] = [
    MeasurementUnit("sccm")
  ]
}

/// A gas flow; measured in standard cubic centimetres per minute.
public typealias FlowRate = Quantity<FlowRateDimension>
