extension OperatingPointSolver {
  /// How a run of Newton's iteration ended.
  enum Outcome: Equatable {
    case converged
    case singular(column: Int)
    case outOfSteps(unknown: Int, step: Double)
    case unbalanced(Imbalance)
  }

  /// Backward errors above this mean that the pivots of an earlier factorisation no longer suit the values.
  private static let acceptedBackwardError = 1e-10

  /// After so many steps what is left may be rounding that the circuit amplifies.
  private static let lateIteration = 20

  /// Runs Newton's iteration from the present unknowns.
  ///
  /// - Parameters:
  ///   - share: The share of all sources that is on.
  ///   - leak: A conductance from every node to ground, in siemens.
  /// - Returns: How it ended; the unknowns are those of the last step.
  /// - Throws: ``CircuitError/factorisationFailed(code:unknowns:)``.
  func newton(share: Double, leak: Double) throws(CircuitError) -> Outcome {
    if isLinearStale {
      system.assembleLinear(into: &linear)
      isLinearStale = false
      isFactorStale = true
    }
    var isFactored = !isFactorStale && leak == factoredLeak && system.junctions.isEmpty
    var worst = (unknown: 0, step: Double.infinity)
    var imbalance: Imbalance?
    _ = follow(downByCurrent: true)
    for iteration in 0..<options.iterationLimit {
      iterations += 1
      var isNew = false
      if !isFactored {
        system.assemble(linear, leak: leak, into: &values)
        let status = factor.factor(&values)
        guard case .factored = status else { return try failure(status) }
        isFactored = system.junctions.isEmpty
        isNew = true
        isFactorStale = false
        factoredLeak = leak
      }
      system.evaluate(unknowns, share: share, leak: leak, into: &residual)
      for index in residual.indices { change[index] = residual[index] }
      factor.solve(&change)
      if isNew, factor.backwardErrorIsLarge(self, Self.acceptedBackwardError) {
        let status = factor.factorAnew(&values)
        guard case .factored = status else { return try failure(status) }
        for index in residual.indices { change[index] = residual[index] }
        factor.solve(&change)
      }
      worst = move()
      guard worst.step.isFinite else {
        isFactorStale = true
        return .outOfSteps(unknown: worst.unknown, step: worst.step)
      }
      let followed = follow(downByCurrent: iteration < 12)
      imbalance = nil
      if followed, isSmall(isLate: iteration >= Self.lateIteration) {
        // The currents of ideal sources may need one more step than the voltages.
        imbalance = self.imbalance(share: share, leak: leak)
        if imbalance == nil { return .converged }
      }
    }
    if let imbalance { return .unbalanced(imbalance) }
    return .outOfSteps(unknown: worst.unknown, step: worst.step)
  }

  /// Takes the Newton step and returns the greatest step of a voltage, in volt.
  private func move() -> (unknown: Int, step: Double) {
    var worst = (unknown: 0, step: 0.0)
    for index in 0..<system.size {
      unknowns[index] -= change[index]
      let step = abs(change[index])
      if !unknowns[index].isFinite { return (index, .infinity) }
      if index < system.nodeCount, step > worst.step { worst = (index, step) }
    }
    return worst
  }

  /// Moves the diodes' tangents to their nodes; `false` where one stays behind.
  private func follow(downByCurrent: Bool) -> Bool {
    var all = true
    for index in system.junctions.indices {
      let target =
        unknowns[system.junctions[index].anode] - unknowns[system.junctions[index].cathode]
      let arrived = system.junctions[index].follow(target, downByCurrent: downByCurrent)
      all = all && arrived
    }
    return all
  }

  /// Whether the last step of every voltage was within the tolerance, which is wider after many steps.
  private func isSmall(isLate: Bool) -> Bool {
    let factor = isLate ? options.lateFactor : 1
    for index in 0..<system.nodeCount {
      let tolerance = options.voltageTolerance + options.relativeTolerance * abs(unknowns[index])
      if abs(change[index]) > factor * tolerance { return false }
    }
    return true
  }

  private func failure(_ status: SparseFactor.Status) throws(CircuitError) -> Outcome {
    isFactorStale = true
    switch status {
    case .singular(let column): return .singular(column: column)
    case .failed(let code): throw .factorisationFailed(code: code, unknowns: system.size)
    case .factored: return .converged
    }
  }
}

extension SparseFactor {
  /// Whether the last step solves its equations badly.
  fileprivate func backwardErrorIsLarge(_ solver: OperatingPointSolver, _ limit: Double) -> Bool {
    let error = backwardError(
      of: solver.change,
      values: solver.values,
      right: solver.residual,
      scratch: &solver.magnitudes,
      scales: &solver.rounding
    )
    // NaN counts as large.
    return !(error <= limit)
  }
}
