/// What an instrument says of a value, or instead of one.
public struct ReadingFlags: OptionSet, Hashable, Sendable {
  /// The bits, as they're stored.
  public let rawValue: UInt8

  /// Creates flags from bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// No value was measured.
  public static let notMeasured = ReadingFlags(rawValue: 1)
  /// The value lay beyond the range of the instrument.
  public static let overflow = ReadingFlags(rawValue: 2)
  /// The source was at its limit of current or voltage.
  public static let compliance = ReadingFlags(rawValue: 4)
  /// The detector was saturated: the true value is larger.
  public static let saturated = ReadingFlags(rawValue: 8)
}
