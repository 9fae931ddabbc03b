/// A measured point that a fit leaves out, and why.
public struct PointExclusion: Hashable, Sendable {
  /// Why a point says nothing about the diode.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// Voltage or current is NaN or infinite.
    case notANumber = "not a number"
    /// The instrument wrote its overflow mark 9.91e37 (or 9.9e37).
    case overflow = "overflow mark"
    /// The source was in compliance: the current stands still while the voltage goes on.
    case compliance = "compliance plateau"
    /// The current is below the resolution of the instrument.
    case belowResolution = "below the resolution"
  }

  /// The place of the point in the measurement, from 0.
  public let index: Int
  /// Why it is left out.
  public let reason: Reason

  /// Creates an exclusion.
  public init(index: Int, reason: Reason) {
    self.index = index
    self.reason = reason
  }
}
