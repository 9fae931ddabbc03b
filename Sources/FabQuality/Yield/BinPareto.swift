/// The bad bins of one subject, the most frequent first.
public struct BinPareto: Hashable, Sendable {
  /// One bin.
  public struct Row: Hashable, Sendable {
    /// The code.
    public let code: Int
    /// The name.
    public let name: String
    /// The number of units.
    public let count: Int
    /// The share of all bad units, in percent.
    public let percent: Double
    /// The share of this and all bins before, in percent.
    public let cumulativePercent: Double
  }

  /// Whose bins they are.
  public let subject: BinSubject
  /// The bins by descending count, then by code.
  public let rows: [Row]

  /// Counts the bad bins of units.
  public init(of subject: BinSubject, in units: [YieldUnit]) {
    var counts: [Int: (name: String, count: Int)] = [:]
    for unit in units {
      guard let result = unit.result(of: subject), result.quality == .fail else { continue }
      counts[result.code, default: (result.name, 0)].count += 1
    }
    let total = counts.values.reduce(0) { $0 + $1.count }
    let order = counts.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    var sum = 0
    self.subject = subject
    rows = order.map { code, bin in
      sum += bin.count
      return Row(
        code: code,
        name: bin.name,
        count: bin.count,
        percent: 100 * Double(bin.count) / Double(total),
        cumulativePercent: 100 * Double(sum) / Double(total)
      )
    }
  }
}
