/// Why a least-squares fit has no result.
public enum FitError: Error, Hashable, Sendable {
  /// There aren't more residuals than parameters.
  case tooFewResiduals(residuals: Int, parameters: Int)
  /// The residuals aren't finite at the start.
  case notFiniteAtStart
  /// A parameter, or a combination in which it takes part, doesn't change the residuals.
  case undetermined(parameter: Int)
  /// The iteration didn't settle.
  case notConverged(steps: Int, residualSum: Double)
}
