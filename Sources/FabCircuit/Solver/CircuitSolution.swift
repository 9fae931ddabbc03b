/// The voltages and currents of a circuit at one instant.
public struct CircuitSolution: Sendable {
  /// The voltages of the nodes against ground in volt; shape `[node]`, ground first.
  public let nodeVoltages: [Double]
  /// The currents of the elements in ampere; shape `[element]`, in the order of the circuit.
  ///
  /// They count from `from`, the anode or the positive node through the element to the other one; that of an
  /// amplifier counts from its output through it to ground.
  public let elementCurrents: [Double]
  /// The number of Newton steps that it took, those of all methods together.
  public let iterations: Int
  /// The method that succeeded.
  public let method: SolutionMethod
  /// The greatest sum of the currents of a node that is left, in ampere.
  public let greatestResidual: Double
  let names: CircuitNames

  /// Returns the voltage of a node against ground, in volt.
  public func voltage(_ node: CircuitNode) -> Double { nodeVoltages[node.index] }

  /// Returns the voltage of a node against ground, in volt; `nil` where the circuit has no node of this name.
  public func voltage(of node: String) -> Double? {
    names.node(node).map { nodeVoltages[$0] }
  }

  /// Returns the current of an element, in ampere; `nil` where the circuit has none of this name.
  public func current(of element: String) -> Double? {
    names.element(element).map { elementCurrents[$0] }
  }

  /// The names of the nodes; the first is ground.
  public var nodeNames: [String] { names.nodes }
}
