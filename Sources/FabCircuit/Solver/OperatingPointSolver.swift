// Goals, in this order: (1) never a wrong answer without an error; (2) convergence from any start; (3) speed of
// repeated solves of small circuits: the pattern is analysed once, nothing is allocated between two solves.

/// Solves one circuit again and again while its values change.
///
/// Newton's iteration on the equations of modified nodal analysis, with a sparse direct solver; where it fails
/// from the last solution and from zero, conductances to ground and then the sources are stepped. Every solution
/// is checked against Kirchhoff's law at every node and against every source's equation.
///
/// A solver belongs to one thread; threads that work side by side have one each.
public final class OperatingPointSolver {
  /// How exactly and how long.
  public let options: SolverOptions
  let names: CircuitNames
  var kinds: [CircuitElement.Kind]
  var system: NodalSystem
  let factor: SparseFactor
  /// The unknowns; the last place is ground's zero.
  var unknowns: [Double]
  var linear: [Double]
  var values: [Double]
  var residual: [Double]
  var change: [Double]
  var magnitudes: [Double]
  var rounding: [Double]
  var isLinearStale = true
  var isFactorStale = true
  var factoredLeak = 0.0
  var iterations = 0
  var method = SolutionMethod.newton
  var greatestResidual = 0.0

  /// Checks a circuit and analyses its pattern.
  ///
  /// - Throws: ``CircuitError/badValue(element:quantity:found:expected:)``,
  ///   ``CircuitError/foreignNode(element:index:count:)``, ``CircuitError/floatingNodes(_:)``,
  ///   ``CircuitError/sourceLoop(elements:)``.
  public convenience init(
    _ circuit: Circuit,
    options: SolverOptions = SolverOptions()
  ) throws(CircuitError) {
    try self.init(circuit, options: options, capacitorsConduct: false)
  }

  init(
    _ circuit: Circuit,
    options: SolverOptions,
    capacitorsConduct: Bool
  ) throws(CircuitError) {
    try circuit.checkValues()
    try circuit.checkTopology(capacitorsConduct: capacitorsConduct)
    self.options = options
    names = CircuitNames(circuit)
    kinds = circuit.elements.map(\.kind)
    system = NodalSystem(circuit)
    factor = SparseFactor(columnStarts: system.pattern.columnStarts, rows: system.pattern.rows)
    let places = system.size + 1
    unknowns = Array(repeating: 0, count: places)
    linear = Array(repeating: 0, count: system.pattern.count + 1)
    values = linear
    residual = unknowns
    change = unknowns
    magnitudes = unknowns
    rounding = unknowns
  }

  /// Solves the circuit as it is now, from the last solution; ``voltage(_:)`` and ``current(ofElement:)`` tell it.
  ///
  /// - Throws: ``CircuitError/singular(_:)``, ``CircuitError/notConverged(node:step:residual:iterations:)``,
  ///   ``CircuitError/currentsDontBalance(node:residual:bound:)``,
  ///   ``CircuitError/equationNotMet(element:residual:bound:)``,
  ///   ``CircuitError/factorisationFailed(code:unknowns:)``. After an error the next solve begins at zero.
  public func run() throws(CircuitError) {
    iterations = 0
    do {
      try converge()
    } catch {
      reset()
      throw error
    }
  }

  /// Solves the circuit as it is now, from the last solution.
  ///
  /// - Throws: What ``run()`` throws.
  public func solve() throws(CircuitError) -> CircuitSolution {
    try run()
    return solution()
  }

  /// Forgets the last solution: the next solve begins with zero volts everywhere.
  public func reset() {
    for index in unknowns.indices { unknowns[index] = 0 }
    for index in system.junctions.indices { system.junctions[index].touch(0) }
    isFactorStale = true
  }

  /// The number of Newton steps of the last solve.
  public var iterationCount: Int { iterations }

  /// Returns the voltage of a node after the last solve, in volt.
  public func voltage(_ node: CircuitNode) -> Double {
    node == .ground ? 0 : unknowns[node.index - 1]
  }

  /// Returns the current of an element after the last solve, in ampere, counted as in ``CircuitSolution``.
  ///
  /// - Precondition: The circuit has an element of this index.
  public func current(ofElement index: Int) -> Double {
    system.current(ofElement: index, unknowns)
  }

  /// Returns the place of an element.
  ///
  /// - Throws: ``CircuitError/unknownElement(name:known:)``.
  public func index(ofElement name: String) throws(CircuitError) -> Int {
    guard let index = names.element(name) else {
      throw .unknownElement(name: name, known: names.elements)
    }
    return index
  }

  /// Returns voltages and currents after the last solve.
  func solution() -> CircuitSolution {
    CircuitSolution(
      nodeVoltages: [0] + unknowns[..<system.nodeCount],
      elementCurrents: system.homes.indices.map { system.current(ofElement: $0, unknowns) },
      iterations: iterations,
      method: method,
      greatestResidual: greatestResidual,
      names: names
    )
  }
}
