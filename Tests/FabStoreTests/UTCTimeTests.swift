import FabNumerics
import FabStore
import Foundation
import Testing

@testable import FabStore

@Suite struct UTCTimeTests {
  /// Foundation's calendar as a witness that shares no code with ours.
  @Test func randomMomentsReadAndWriteAsFoundationDoes() throws {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    var random = SplitMix64(seed: 11)
    for _ in 0..<2000 {
      // From 1600, since Foundation changes calendars before.
      let number = Int64.random(in: -11_676_096_000_000...253_402_300_799_999, using: &random)
      let time = try #require(UTCTime(milliseconds: number))
      #expect(time.text.utf8.count == 24)
      #expect(UTCTime(time.text) == time)
      let second = Double(number / 1000 - (number % 1000 < 0 ? 1 : 0))
      let parts = calendar.dateComponents(
        [.year, .month, .day, .hour, .minute, .second],
        from: Date(timeIntervalSince1970: second)
      )
      let numbers = time.text.split { !$0.isNumber }.compactMap { Int($0) }
      #expect(
        Array(numbers.prefix(6))
          == [parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second],
        "\(number)"
      )
    }
  }

  @Test func textsSortAsMomentsDo() throws {
    var random = SplitMix64(seed: 12)
    for _ in 0..<2000 {
      let first = Int64.random(in: -62_135_596_800_000...253_402_300_799_999, using: &random)
      let second = first + Int64.random(in: -100_000_000...100_000_000, using: &random)
      guard let left = UTCTime(milliseconds: first), let right = UTCTime(milliseconds: second)
      else {
        continue
      }
      #expect((left < right) == (left.text < right.text))
    }
  }

  @Test(arguments: [
    ("2038-01-19T03:14:08Z", "2038-01-19T03:14:08.000Z"),
    ("2106-02-07T06:28:16.5Z", "2106-02-07T06:28:16.500Z"),
    ("9999-12-31T23:59:59.9999Z", "9999-12-31T23:59:59.999Z"),
    ("0001-01-01T00:00Z", "0001-01-01T00:00:00.000Z"),
    // One hour of a night in October, twice: only the offset tells them apart.
    ("2026-10-25T02:30+02:00", "2026-10-25T00:30:00.000Z"),
    ("2026-10-25T02:30+01:00", "2026-10-25T01:30:00.000Z"),
    ("2024-02-29 23:59:59-0330", "2024-03-01T03:29:59.000Z"),
  ])
  func textsAreRead(_ text: String, _ expected: String) {
    #expect(UTCTime(text)?.text == expected)
  }

  @Test(arguments: [
    "", "2026-11-24", "2026-11-24T08:00", "2026-02-29T00:00Z", "2026-13-01T00:00Z",
    "2026-11-24T24:00Z",
    "2026-11-24T08:60Z", "2026-11-24T08:00:60Z", "2026-11-24T08:00+15:00", "0000-01-01T00:00Z",
    "10000-01-01T00:00Z", "2026-11-24T08:00Zx", "２026-11-24T08:00Z", "9999-12-31T23:59-01:00",
  ])
  func othersAreNoMoments(_ text: String) { #expect(UTCTime(text) == nil) }
}
