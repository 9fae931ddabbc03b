public import FabOperators
import Synchronization

/// How many inputs of each operator lay outside the domain that its codebook was made for.
public final class DomainCounts: Sendable {
  /// The inputs of one operator.
  public struct Count: Hashable, Sendable {
    /// The operator.
    public let operation: OperatorName
    /// Those outside the domain.
    public let outside: Int
    /// All.
    public let total: Int
  }

  private let counts = Mutex<[OperatorName: (outside: Int, total: Int)]>([:])

  /// Creates counts of zero.
  public init() {}

  func add(_ operation: OperatorName, outside: Int, of total: Int) {
    counts.withLock { counts in
      let old = counts[operation] ?? (0, 0)
      counts[operation] = (old.outside + outside, old.total + total)
    }
  }

  /// The operators that had inputs, in the order of their names.
  public var all: [Count] {
    let found = counts.withLock { $0 }
    return OperatorName.allCases.compactMap { name in
      found[name].map { Count(operation: name, outside: $0.outside, total: $0.total) }
    }
  }
}
