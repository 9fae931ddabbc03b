public import FabUnits

/// One step of a programming sequence: a pulse or a reading.
public struct ProgrammingEvent: Hashable, Sendable {
  /// What a step does.
  public enum Kind: Hashable, Sendable {
    /// Changes the state.
    case pulse
    /// Reads the state: the conductance that was seen, in siemens.
    case read(conductance: Double)
  }

  /// What the step does.
  public let kind: Kind
  /// The voltage across the device, in volt.
  public let voltage: Double
  /// When the step begins, from the beginning of the sequence.
  public let start: Time
  /// How long the step lasts.
  public let width: Time

  /// Creates a step.
  public init(kind: Kind, voltage: Double, start: Time, width: Time) {
    self.kind = kind
    self.voltage = voltage
    self.start = start
    self.width = width
  }

  /// When the step ends.
  public var end: Time { start + width }
}
