public import FabOperators

/// Computing units by mode.
public struct ModeCounts: Hashable, Sendable {
  private var counts: [PCUMode: Int] = [:]

  /// Creates counts of zero.
  public init() {}

  /// Creates counts of one mode.
  public init(_ mode: PCUMode, _ count: Int) {
    if count > 0 { counts[mode] = count }
  }

  /// Creates counts of some uses of an operator.
  public init(_ name: OperatorName, uses: Int) {
    for mode in name.modes { counts[mode, default: 0] += uses }
  }

  /// Units in a mode.
  public subscript(_ mode: PCUMode) -> Int { counts[mode] ?? 0 }

  /// All units.
  public var total: Int { counts.values.reduce(0, +) }

  /// The sum.
  public static func + (left: ModeCounts, right: ModeCounts) -> ModeCounts {
    var result = left
    for (mode, count) in right.counts { result.counts[mode, default: 0] += count }
    return result
  }

  /// The larger count of every mode: what serves both, one after the other.
  public func union(_ other: ModeCounts) -> ModeCounts {
    var result = self
    for (mode, count) in other.counts { result.counts[mode] = max(self[mode], count) }
    return result
  }

  /// Some times as many.
  public func times(_ factor: Int) -> ModeCounts {
    var result = self
    result.counts = counts.mapValues { $0 * factor }
    return result
  }
}
