/// An operational amplifier; the ideal one forces its inputs to the same voltage.
public struct OperationalAmplifier: Hashable, Sendable {
  /// Open-loop gain at low frequency; `nil` for the ideal amplifier.
  public let gain: Double?
  /// Input offset voltage in volt: the output is zero where `V(plus) - V(minus)` is minus this.
  public let offsetVoltage: Double
  /// Gain-bandwidth product in hertz; `nil` where the output follows at once.
  public let gainBandwidth: Double?

  /// Creates an amplifier.
  ///
  /// - Precondition: Gain and bandwidth are positive.
  public init(gain: Double? = nil, offsetVoltage: Double = 0, gainBandwidth: Double? = nil) {
    precondition(gain.map { $0 > 0 } ?? true, "a gain is positive, found \(gain ?? 0)")
    precondition(
      gainBandwidth.map { $0 > 0 } ?? true,
      "a bandwidth is positive, found \(gainBandwidth ?? 0) Hz"
    )
    self.gain = gain
    self.offsetVoltage = offsetVoltage
    self.gainBandwidth = gainBandwidth
  }

  /// Infinite gain, no offset, at once.
  public static let ideal = OperationalAmplifier()
}
