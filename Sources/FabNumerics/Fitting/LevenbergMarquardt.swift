/// Nonlinear least squares by damped Gauss-Newton steps.
///
/// > Source: D. W. Marquardt, *An algorithm for least-squares estimation of nonlinear parameters*,
/// > J. SIAM 11, 431 (1963), doi 10.1137/0111030; damping by H. B. Nielsen, *Damping parameter in
/// > Marquardt's method*, IMM-REP-1999-05, DTU, 1999.
public struct LevenbergMarquardt: Hashable, Sendable {
  /// The most steps, accepted and refused, before the fit gives up.
  public var stepLimit: Int
  /// The relative change of every parameter (against 1 + its size) below which the fit has settled.
  public var tolerance: Double
  /// The step of the central difference of the Jacobian, relative to 1 + the size of the parameter.
  public var differenceStep: Double

  /// Creates a fitter; the difference step balances truncation against rounding of central differences.
  public init(stepLimit: Int = 400, tolerance: Double = 1e-10, differenceStep: Double = 6e-6) {
    self.stepLimit = stepLimit
    self.tolerance = tolerance
    self.differenceStep = differenceStep
  }

  /// Returns the parameters that make the sum of the squared residuals smallest, near a start.
  ///
  /// - Parameters:
  ///   - start: The parameters to start from.
  ///   - residuals: The residuals of parameters, always equally many.
  /// - Returns: The fit; only one that has settled.
  /// - Throws: ``FitError``.
  public func fit(
    from start: [Double],
    residuals: ([Double]) -> [Double]
  ) throws(FitError) -> LeastSquaresFit {
    var parameters = start
    var current = residuals(parameters)
    guard current.count > start.count else {
      throw .tooFewResiduals(residuals: current.count, parameters: start.count)
    }
    var sum = Self.squareSum(current)
    guard sum.isFinite else { throw .notFiniteAtStart }
    var equations = normalEquations(at: parameters, current, residuals)
    var damping = 1e-3
    var growth = 2.0
    var accepted = 0
    for _ in 0..<stepLimit {
      guard let step = equations.step(damping: damping) else {
        damping = max(damping, 1e-12) * growth
        growth *= 2
        guard damping < 1e20 else { break }
        continue
      }
      let isSettled = zip(step, parameters).allSatisfy { abs($0) <= tolerance * (1 + abs($1)) }
      let trial = zip(parameters, step).map { $0 + $1 }
      let trialResiduals = residuals(trial)
      let trialSum = Self.squareSum(trialResiduals)
      let predicted = equations.predictedDecrease(of: step, damping: damping)
      if trialSum.isFinite, trialSum <= sum {
        let gain = predicted > 0 ? (sum - trialSum) / predicted : 1
        parameters = trial
        current = trialResiduals
        sum = trialSum
        accepted += 1
        let shrink = 2 * gain - 1
        damping = max(1e-14, damping * max(1.0 / 3.0, 1 - shrink * shrink * shrink))
        growth = 2
        equations = normalEquations(at: parameters, current, residuals)
      } else if !isSettled {
        damping *= growth
        growth *= 2
      }
      if isSettled || sum == 0 {
        return try result(parameters, sum, current.count, accepted, equations)
      }
    }
    throw .notConverged(steps: stepLimit, residualSum: sum)
  }

  private func result(
    _ parameters: [Double],
    _ sum: Double,
    _ residualCount: Int,
    _ accepted: Int,
    _ equations: NormalEquations
  ) throws(FitError) -> LeastSquaresFit {
    let freedom = residualCount - parameters.count
    let variance = sum / Double(freedom)
    let inverse = try equations.inverse()
    return LeastSquaresFit(
      parameters: parameters,
      covariance: SquareMatrix(size: parameters.count) { variance * inverse[$0, $1] },
      residualSum: sum,
      degreesOfFreedom: freedom,
      stepCount: accepted
    )
  }

  private func normalEquations(
    at parameters: [Double],
    _ current: [Double],
    _ residuals: ([Double]) -> [Double]
  ) -> NormalEquations {
    let columns = parameters.indices.map { index in
      let step = differenceStep * (1 + abs(parameters[index]))
      var forward = parameters
      var backward = parameters
      forward[index] += step
      backward[index] -= step
      let width = forward[index] - backward[index]
      return zip(residuals(forward), residuals(backward)).map { ($0 - $1) / width }
    }
    return NormalEquations(columns: columns, residuals: current)
  }

  static func squareSum(_ values: [Double]) -> Double {
    var sum = 0.0
    for value in values { sum += value * value }
    return sum
  }
}
