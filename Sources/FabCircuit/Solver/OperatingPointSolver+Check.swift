extension OperatingPointSolver {
  /// What rounding may do to a sum, as a multiple of the rounding errors of its addends.
  private static let roundingFactor = 64.0

  /// Checks Kirchhoff's law at every node and the equation of every source, with the exact laws.
  ///
  /// - Throws: ``CircuitError/currentsDontBalance(node:residual:bound:)``,
  ///   ``CircuitError/equationNotMet(element:residual:bound:)``.
  func check() throws(CircuitError) {
    system.evaluate(unknowns, share: 1, leak: 0, into: &residual)
    system.scales(unknowns, magnitudes: &magnitudes, rounding: &rounding)
    greatestResidual = 0
    for row in 0..<system.size {
      let found = abs(residual[row])
      let bound =
        options.absoluteResidual + options.relativeResidual * magnitudes[row]
        + Self.roundingFactor * rounding[row]
      if row < system.nodeCount { greatestResidual = max(greatestResidual, found) }
      // NaN fails too.
      guard found <= bound else { throw error(row: row, residual: found, bound: bound) }
    }
  }

  private func error(row: Int, residual: Double, bound: Double) -> CircuitError {
    switch name(ofUnknown: row) {
    case .voltage(let node):
      .currentsDontBalance(node: node, residual: residual, bound: bound)
    case .current(let element):
      .equationNotMet(element: element, residual: residual, bound: bound)
    }
  }
}
