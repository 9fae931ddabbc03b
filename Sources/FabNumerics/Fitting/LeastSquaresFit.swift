/// The result of a least-squares fit: parameters with their covariance.
public struct LeastSquaresFit: Hashable, Sendable {
  /// The fitted parameters.
  public let parameters: [Double]
  /// The covariance of the parameters, scaled by the scatter of the residuals.
  public let covariance: SquareMatrix
  /// The sum of the squared residuals.
  public let residualSum: Double
  /// The number of residuals minus the number of parameters.
  public let degreesOfFreedom: Int
  /// The number of accepted steps.
  public let stepCount: Int

  /// The standard error of a parameter.
  public func standardError(of index: Int) -> Double {
    max(0, covariance[index, index]).squareRoot()
  }

  /// The interval that covers the true value of a parameter with a probability, from Student's t.
  ///
  /// - Precondition: `level` lies strictly between 0 and 1.
  public func interval(of index: Int, level: Double = 0.95) -> ClosedRange<Double> {
    let factor = StudentDistribution(degreesOfFreedom: Double(degreesOfFreedom))
      .quantile(0.5 + level / 2)
    let half = factor * standardError(of: index)
    return parameters[index] - half...parameters[index] + half
  }
}
