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
    let rest = Int(milliseconds - days * 86_400_000)
    let date = CivilDate(daysSince1970: days)
    return String(unsafeUninitializedCapacity: 24) { bytes in
      var end = 0
      func put(_ value: Int, _ digits: Int, before mark: UInt8) {
        var value = value
        for place in stride(from: digits - 1, through: 0, by: -1) {
          bytes[end + place] = UInt8(0x30 + value % 10)
          value /= 10
        }
        bytes[end + digits] = mark
        end += digits + 1
      }
      put(date.year, 4, before: 0x2D)
      put(date.month, 2, before: 0x2D)
      put(date.day, 2, before: 0x54)
      put(rest / 3_600_000, 2, before: 0x3A)
      put(rest / 60_000 % 60, 2, before: 0x3A)
      put(rest / 1000 % 60, 2, before: 0x2E)
      put(rest % 1000, 3, before: 0x5A)
      return end
    }
  }

  private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
  }
}
