/// Operating points of one circuit at a series of values of one of its sources.
///
/// Every solve begins at the solution of the last value and re-uses the analysis of the matrix.
public struct DCSweep: Hashable, Sendable {
  /// The name of the voltage source or current source.
  public let source: String
  /// Its values in the order in which they are taken, in volt or ampere.
  public let values: [Double]

  /// Creates a sweep over values.
  public init(of source: String, values: [Double]) {
    self.source = source
    self.values = values
  }

  /// Creates a sweep over equidistant values, both ends among them.
  ///
  /// - Precondition: `count` is at least 2.
  public init(of source: String, from first: Double, through last: Double, count: Int) {
    precondition(count >= 2, "a sweep has at least two values, found \(count)")
    self.source = source
    values = (0..<count)
      .map { index in
        let share = Double(index) / Double(count - 1)
        return first * (1 - share) + last * share
      }
  }

  /// Returns the solution at every value.
  ///
  /// - Throws: What creating and running an ``OperatingPointSolver`` throws;
  ///   ``CircuitError/wrongKind(element:expected:)`` where the element isn't a source.
  public func solutions(
    of circuit: Circuit,
    options: SolverOptions = SolverOptions()
  ) throws(CircuitError) -> [CircuitSolution] {
    let solver = try OperatingPointSolver(circuit, options: options)
    var result: [CircuitSolution] = []
    result.reserveCapacity(values.count)
    try run(on: solver) { _ in result.append(solver.solution()) }
    return result
  }

  /// Solves at every value and calls a closure with it, while the solver holds the solution.
  ///
  /// - Throws: What running an ``OperatingPointSolver`` throws, ``CircuitError/unknownElement(name:known:)``,
  ///   ``CircuitError/wrongKind(element:expected:)``; what the closure throws.
  public func run(
    on solver: OperatingPointSolver,
    visit: (_ value: Double) throws(CircuitError) -> Void
  ) throws(CircuitError) {
    let index = try solver.index(ofElement: source)
    for value in values {
      try solver.setSource(value, ofElement: index)
      try solver.run()
      try visit(value)
    }
  }
}
