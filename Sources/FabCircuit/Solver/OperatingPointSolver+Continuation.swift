extension OperatingPointSolver {
  /// Finds a solution, by the plainest method that succeeds.
  func converge() throws(CircuitError) {
    method = .newton
    // Ground alone has nothing to solve.
    guard system.size > 0 else { return }
    var outcome = try newton(share: 1, leak: 0)
    if outcome == .converged { return }
    if system.junctions.isEmpty {
      // Without diodes nothing is nonlinear: what a start can't solve, stepping can't either.
      throw error(for: outcome)
    }
    reset()
    outcome = try newton(share: 1, leak: 0)
    if outcome == .converged { return }
    method = .conductanceStepping
    outcome = try stepConductances()
    if outcome == .converged { return }
    method = .sourceStepping
    outcome = try stepSources()
    if outcome == .converged { return }
    throw error(for: outcome)
  }

  /// Lowers a conductance from every node to ground from 10 mS to nothing.
  private func stepConductances() throws(CircuitError) -> Outcome {
    reset()
    var leak = 1e-2
    var ratio = 0.1
    var good: Double?
    var saved = unknowns
    for _ in 0..<options.continuationLimit {
      let outcome = try newton(share: 1, leak: leak)
      if outcome == .converged {
        if leak == 0 { return .converged }
        good = leak
        saved = unknowns
        ratio = max(ratio * ratio, 1e-2)
        leak = leak < 1e-17 ? 0 : leak * ratio
      } else {
        guard let last = good, ratio < 0.9 else { return outcome }
        // Nearer to the last good one.
        restore(saved)
        ratio = ratio.squareRoot()
        leak = last * ratio
      }
    }
    return try newton(share: 1, leak: 0)
  }

  /// Raises all sources from zero.
  private func stepSources() throws(CircuitError) -> Outcome {
    reset()
    var share = 0.0
    var step = 0.1
    var saved = unknowns
    for _ in 0..<options.continuationLimit {
      let next = min(1, share + step)
      let outcome = try newton(share: next, leak: 0)
      if outcome == .converged {
        if next == 1 { return .converged }
        share = next
        saved = unknowns
        step *= 2
      } else {
        restore(saved)
        step /= 4
        guard step > 1e-6 else { return outcome }
      }
    }
    return .outOfSteps(unknown: 0, step: step)
  }

  /// Goes back to earlier unknowns.
  private func restore(_ saved: [Double]) {
    unknowns = saved
    for index in system.junctions.indices {
      let junction = system.junctions[index]
      system.junctions[index].touch(saved[junction.anode] - saved[junction.cathode])
    }
  }

  /// Tells what went wrong, with the names of the circuit.
  private func error(for outcome: Outcome) -> CircuitError {
    switch outcome {
    case .singular(let column): return .singular(name(ofUnknown: column))
    case .unbalanced(let imbalance):
      switch name(ofUnknown: imbalance.row) {
      case .voltage(let node):
        return .currentsDontBalance(
          node: node,
          residual: imbalance.residual,
          bound: imbalance.bound
        )
      case .current(let element):
        return .equationNotMet(
          element: element,
          residual: imbalance.residual,
          bound: imbalance.bound
        )
      }
    case .outOfSteps(let unknown, let step):
      system.evaluate(unknowns, share: 1, leak: 0, into: &residual)
      let greatest = residual[..<system.nodeCount].map { abs($0) }.max() ?? 0
      return .notConverged(
        node: names.nodes[min(unknown, system.nodeCount - 1) + 1],
        step: step,
        residual: greatest,
        iterations: iterations
      )
    case .converged:
      return .notConverged(node: names.nodes[0], step: 0, residual: 0, iterations: iterations)
    }
  }

  /// Returns the name of an unknown.
  func name(ofUnknown index: Int) -> CircuitUnknown {
    if index < system.nodeCount { return .voltage(node: names.nodes[index + 1]) }
    let branch = index - system.nodeCount
    let element = system.homes.firstIndex {
      if case .branch(branch) = $0 { true } else { false }
    }
    return .current(element: element.map { names.elements[$0] } ?? "")
  }
}
