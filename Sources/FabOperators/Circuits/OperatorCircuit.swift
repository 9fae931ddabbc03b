public import FabCircuit

/// The bench of an operator as a circuit, at one input, with its outputs in the operator's own unit.
public struct OperatorCircuit: Sendable {
  /// Where an output is read off the solution.
  public enum Probe: Hashable, Sendable {
    /// The voltage of a node.
    case voltage(CircuitNode)
    /// The current of an element.
    case current(String)
  }

  /// One output: what is read, times a factor, plus a constant.
  public struct Output: Hashable, Sendable {
    /// Where it's read.
    public let probe: Probe
    /// The factor.
    public let factor: Double
    /// The constant.
    public let constant: Double

    init(_ probe: Probe, times factor: Double, plus constant: Double = 0) {
      self.probe = probe
      self.factor = factor
      self.constant = constant
    }
  }

  /// The operator.
  public let name: OperatorName
  /// The circuit.
  public let circuit: Circuit
  /// The outputs.
  public let outputs: [Output]
  /// What the same units give by closed forms.
  public let expected: [Double]

  /// Returns the outputs of a solution.
  public func values(_ solution: CircuitSolution) -> [Double] {
    outputs.map { output in
      let reading =
        switch output.probe {
        case .voltage(let node): solution.voltage(node)
        case .current(let element): solution.current(of: element) ?? .nan
        }
      return output.factor * reading + output.constant
    }
  }

  /// Solves the circuit and compares.
  ///
  /// - Returns: The outputs, and their largest relative deviation from ``expected``.
  /// - Throws: ``CircuitError`` of the solver.
  public func check() throws(CircuitError) -> (outputs: [Double], deviation: Double) {
    let outputs = values(try OperatingPointSolver(circuit).solve())
    let deviation = zip(outputs, expected).map { abs($0 / $1 - 1) }.max() ?? 0
    return (outputs, deviation)
  }
}
