/// What a question asks about two numbers of objects.
public enum CountComparison: Int, Hashable, Sendable, CaseIterable {
  /// Whether there are more of the first.
  case more
  /// Whether there are fewer of the first.
  case fewer
  /// Whether there are as many.
  case equal

  /// Whether it's true of two numbers.
  func holds(_ first: Int, _ second: Int) -> Bool {
    switch self {
    case .more: first > second
    case .fewer: first < second
    case .equal: first == second
    }
  }

  /// The function of a program.
  var function: ProgramFunction {
    switch self {
    case .more: .greaterThan
    case .fewer: .lessThan
    case .equal: .equalInteger
    }
  }
}
