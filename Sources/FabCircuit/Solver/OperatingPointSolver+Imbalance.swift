extension OperatingPointSolver {
  /// What rounding may do to a sum, as a multiple of the rounding errors of its addends.
  private static let roundingFactor = 64.0

  /// Returns the first node whose currents don't add up to zero, or source whose equation isn't met.
  ///
  /// The laws are the exact ones: every diode's tangent touches at the voltage of its nodes.
  func imbalance(share: Double, leak: Double) -> Imbalance? {
    system.evaluate(unknowns, share: share, leak: leak, into: &residual)
    system.scales(unknowns, magnitudes: &magnitudes, rounding: &rounding)
    greatestResidual = 0
    for row in 0..<system.size {
      let found = abs(residual[row])
      var bound =
        options.absoluteResidual + options.relativeResidual * magnitudes[row]
        + Self.roundingFactor * rounding[row]
      if row < system.nodeCount {
        bound += options.relativeResidual * leak * abs(unknowns[row])
        greatestResidual = max(greatestResidual, found)
      }
      // NaN fails too.
      guard found <= bound else { return Imbalance(row: row, residual: found, bound: bound) }
    }
    return nil
  }
}
