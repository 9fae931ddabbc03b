/// A moment in universal time, to the millisecond; years 1 to 9999.
///
/// Its text always has 24 characters, `2026-11-24T19:03:26.123Z`, so that texts sort as the moments do.
public struct UTCTime: Hashable, Comparable, Sendable {
  /// Milliseconds since 1970-01-01T00:00:00Z, without leap seconds.
  public let milliseconds: Int64

  /// Milliseconds of 0001-01-01 and of the end of 9999.
  private static let range: ClosedRange<Int64> = -62_135_596_800_000...253_402_300_799_999

  /// Creates a moment, or `nil` outside the years 1 to 9999.
  public init?(milliseconds: Int64) {
    guard Self.range.contains(milliseconds) else { return nil }
    self.milliseconds = milliseconds
  }

  /// Whether a moment is earlier than another.
  public static func < (left: UTCTime, right: UTCTime) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// Seconds from another moment to this one.
  public func seconds(since other: UTCTime) -> Double {
    Double(milliseconds - other.milliseconds) / 1000
  }

  /// The day, `2026-11-24`.
  public var day: String { String(text.prefix(10)) }

  /// The text, `2026-11-24T19:03:26.123Z`.
  public var text: String {
    let days = Self.floorDivide(milliseconds, 86_400_000)
    let rest = milliseconds - days * 86_400_000
    let date = CivilDate(daysSince1970: days)
    return "\(Self.digits(Int64(date.year), 4))-\(Self.digits(Int64(date.month), 2))-"
      + "\(Self.digits(Int64(date.day), 2))T\(Self.digits(rest / 3_600_000, 2)):"
      + "\(Self.digits(rest / 60_000 % 60, 2)):\(Self.digits(rest / 1000 % 60, 2))."
      + "\(Self.digits(rest % 1000, 3))Z"
  }

  private static func digits(_ value: Int64, _ count: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }

  private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
  }
}
