public import FabOperators

/// The circuits that take a softmax over any number of terms.
public enum SoftmaxCircuit: String, Hashable, Sendable, CaseIterable, Codable {
  /// Exponentials, a logarithm of their sum, and again exponentials.
  case sharedLogarithm
  /// A multiplier, an exponential and a divider a term.
  case composed
  /// Diodes with a common tail current.
  case tailCurrent

  /// The operator whose errors hold for it.
  public var operatorName: OperatorName {
    switch self {
    case .sharedLogarithm: .softmax
    case .composed: .softmaxComposed
    case .tailCurrent: .softmaxTailCurrent
    }
  }

  /// Computing units for a softmax over some terms.
  ///
  /// > Source: The circuits of the operators with these names; of three channels they have 7, 21 and 3 units.
  public func pcus(terms: Int) -> Int {
    switch self {
    case .sharedLogarithm: 2 * terms + 1
    case .composed: 7 * terms
    case .tailCurrent: terms
    }
  }
}
