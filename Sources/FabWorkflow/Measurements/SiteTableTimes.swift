import FabMetrology
import FabStore

/// The times of a table of sites: values of one day are one set, since a wafer's sites are measured one after the other.
struct SiteTableTimes {
  /// A time of the table.
  private struct Entry {
    let time: UTCTime?
    /// Its day among ``days``.
    let day: Int
  }

  /// The days in universal time.
  let days: [String]
  private let indices: [Int32]
  private let names: [String]
  private let entries: [Entry]

  init(_ table: SiteTable) {
    indices = table.timeIndices
    names = table.times
    var days: [String] = []
    var numbers: [String: Int] = [:]
    entries = table.times.map { text in
      guard let parts = UTCTime.parts(of: text), let offset = parts.offsetMinutes,
        let time = UTCTime(parts, offsetMinutes: offset)
      else { return Entry(time: nil, day: 0) }
      let day = "\(time.day)"
      if let known = numbers[day] { return Entry(time: time, day: known) }
      days.append(day)
      numbers[day] = days.count
      return Entry(time: time, day: days.count)
    }
    self.days = days
  }

  /// The time of a row; `nil` where it has none.
  func time(ofRow row: Int) -> UTCTime? {
    SiteTableSets.index(row, of: indices).flatMap { entries[$0].time }
  }

  /// The number of a row's day, from 1; 0 where it has no time.
  func dayIndex(ofRow row: Int) -> Int {
    SiteTableSets.index(row, of: indices).map { entries[$0].day } ?? 0
  }

  /// Why a row's time can't be taken; `nil` if it can.
  func refusal(ofRow row: Int) -> String? {
    guard let index = SiteTableSets.index(row, of: indices), entries[index].time == nil else {
      return nil
    }
    return "'\(names[index].prefix(40))' is no time with its offset, such as 2026-11-24T10:15+01:00"
  }
}
