extension UTCTime {
  /// The parts of a date with a time, as a text states them.
  public struct Parts: Hashable, Sendable {
    /// The day.
    public let date: CivilDate
    /// Milliseconds since the day began.
    public let millisecondsOfDay: Int64
    /// Minutes that the stated clock is ahead of universal time; `nil` where the text has no offset.
    public let offsetMinutes: Int64?
  }

  /// Reads a text such as `2026-11-24T10:15`, `2026-11-24 10:15:30.5+01:00` or `2026-11-24T09:15Z`.
  ///
  /// - Returns: The parts, or `nil` for any other text. Days alone aren't moments.
  public static func parts(of text: String) -> Parts? {
    var rest = Array(text.utf8)[...]
    func number(_ digits: Int) -> Int? {
      guard rest.count >= digits else { return nil }
      var value = 0
      for byte in rest.prefix(digits) {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      rest = rest.dropFirst(digits)
      return value
    }
    func sign(_ allowed: String) -> Bool {
      guard let first = rest.first, allowed.utf8.contains(first) else { return false }
      rest = rest.dropFirst()
      return true
    }
    guard let year = number(4), sign("-"), let month = number(2), sign("-"), let day = number(2),
      let date = CivilDate(year: year, month: month, day: day), sign("T t"),
      let hour = number(2), hour < 24, sign(":"), let minute = number(2), minute < 60
    else { return nil }
    var milliseconds = Int64(hour * 60 + minute) * 60_000
    if sign(":") {
      guard let second = number(2), second < 60 else { return nil }
      milliseconds += Int64(second) * 1000
      if sign(".") {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard (1...9).contains(digits.count) else { return nil }
        // What is finer than a millisecond is cut off, as clocks do.
        for place in 0..<3 where digits.count > place {
          let digit = Int64(digits[digits.startIndex + place] - 0x30)
          milliseconds += digit * [100, 10, 1][place]
        }
        rest = rest.dropFirst(digits.count)
      }
    }
    var offset: Int64?
    if rest.elementsEqual("Z".utf8) || rest.elementsEqual("z".utf8) {
      offset = 0
    } else if let first = rest.first {
      guard first == 0x2B || first == 0x2D else { return nil }
      rest = rest.dropFirst()
      guard let hours = number(2), hours <= 14 else { return nil }
      _ = sign(":")
      guard let minutes = number(2), minutes < 60, rest.isEmpty else { return nil }
      offset = Int64(hours * 60 + minutes) * (first == 0x2D ? -1 : 1)
    }
    return Parts(date: date, millisecondsOfDay: milliseconds, offsetMinutes: offset)
  }

  /// Creates the moment of a text with an offset or `Z`; `nil` for any other text.
  public init?(_ text: String) {
    guard let parts = Self.parts(of: text), let offset = parts.offsetMinutes else { return nil }
    self.init(parts, offsetMinutes: offset)
  }

  /// Creates the moment at which a clock that is ahead of universal time shows these parts.
  public init?(_ parts: Parts, offsetMinutes: Int64) {
    self.init(
      milliseconds: parts.date.daysSince1970 * 86_400_000 + parts.millisecondsOfDay
        - offsetMinutes * 60_000
    )
  }
}

extension UTCTime: Codable {
  /// Decodes the text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let time = UTCTime(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no time: \(text)")
    }
    self = time
  }

  /// Encodes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
