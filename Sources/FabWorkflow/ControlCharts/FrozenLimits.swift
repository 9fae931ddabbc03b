import FabDiagnostics
import FabQuality
import FabStore

/// Limits of the store with the place of their baseline in a series.
struct FrozenLimits {
  let entry: ControlLimitsEntry
  let subject: ControlSubject
  let limits: ControlLimits
  let baseline: Set<Int64>

  /// Reads limits; `nil` for charts of another version of the tool.
  init?(_ entry: ControlLimitsEntry) {
    guard let subject = ControlSubject(entry), let limits = ControlLimits(stored: entry.limits),
      case .list(let sets) = entry.baseline
    else { return nil }
    self.entry = entry
    self.subject = subject
    self.limits = limits
    baseline = Set(
      sets.compactMap { set in
        if case .integer(let id) = set { id } else { nil }
      }
    )
  }

  /// The number of values a set must have on this chart; `nil` where one figure is plotted.
  var size: Int? { subject.chart.needsSubgroups ? limits.subgroupSize : nil }

  /// Where the baseline begins and ends among the points; a set that corrects one of the baseline stands for it.
  func range(
    in series: ControlSeries,
    from reader: StoreReader
  ) throws(DiagnosticError)
    -> ClosedRange<Int>?
  {
    var corrected: [Int64: Int64] = [:]
    for set in try reader.all(
      MeasurementSet.self,
      where: [
        "characteristic": .text(subject.characteristic), "component": .text(subject.component),
      ]
    ) {
      corrected[set.id] = set.supersedes
    }
    func isBaseline(_ set: Int64) -> Bool {
      var current: Int64? = set
      while let id = current {
        if baseline.contains(id) { return true }
        current = corrected[id]
      }
      return false
    }
    let places = series.points.indices.filter { isBaseline(series.points[$0].set.id) }
    guard let first = places.first, let last = places.last else { return nil }
    return first...last
  }
}
