/// A way to watch a series of independent normal values, whose run length can be asked for.
public enum RunLengthScheme: Hashable, Sendable {
  /// Rules on a chart of known centre line and sigma.
  case rules(Set<ControlRule>)
  /// A weighted average with the limits exact for every point.
  case weightedAverage(weight: Double, width: Double)
  /// The sums above and below the target.
  case cumulativeSum(reference: Double, decision: Double)

  /// Throws where a parameter makes no sense.
  func check() throws(QualityError) {
    switch self {
    case .rules(let rules):
      guard !rules.isEmpty else { throw .tooFew(found: 0, needed: 1) }
    case .weightedAverage(let weight, let width):
      try ControlParameters(width: width, weight: weight).check()
    case .cumulativeSum(let reference, let decision):
      try ControlParameters(reference: reference, decision: decision).check()
    }
  }
}
