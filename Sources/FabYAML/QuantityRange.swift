public import FabUnits

/// The values that a quantity may have.
public enum QuantityRange<Dimension: PhysicalDimension>: Sendable {
  /// Every finite value.
  case any
  /// Above zero.
  case positive
  /// Zero or above.
  case notNegative
  /// Between two values, both included.
  case within(ClosedRange<Quantity<Dimension>>)

  /// Tells whether a value lies in the range.
  func contains(_ value: Quantity<Dimension>) -> Bool {
    switch self {
    case .any: true
    case .positive: value > .zero
    case .notNegative: value >= .zero
    case .within(let range): range.contains(value)
    }
  }

  /// The range in words, as in "must be …".
  var words: String {
    switch self {
    case .any: "any value"
    case .positive: "greater than zero"
    case .notNegative: "zero or greater"
    case .within(let range): "between \(range.lowerBound) and \(range.upperBound)"
    }
  }
}
