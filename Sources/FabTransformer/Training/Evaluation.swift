public import FabNumerics

/// How many samples a network gets right.
public struct Evaluation: Hashable, Sendable {
  /// Samples of one kind.
  public struct Group: Hashable, Sendable {
    /// The kind.
    public let name: String
    /// The samples.
    public var count = 0
    /// Those that are right.
    public var correct = 0

    /// The share that is right, with the interval that covers the true share in 95 of 100 cases; nil without samples.
    public var share: ProportionInterval? {
      ProportionInterval(successes: correct, trials: count)
    }
  }

  /// The kinds, in a fixed order; those without samples are there, too.
  public private(set) var groups: [Group]

  /// Creates counts of zero.
  init(kinds: [String]) {
    groups = kinds.map { Group(name: $0) }
  }

  /// Counts a sample.
  mutating func add(_ kind: Int, isCorrect: Bool) {
    groups[kind].count += 1
    if isCorrect { groups[kind].correct += 1 }
  }

  /// All samples together.
  public var total: Group {
    groups.reduce(into: Group(name: "all")) { sum, group in
      sum.count += group.count
      sum.correct += group.correct
    }
  }
}
