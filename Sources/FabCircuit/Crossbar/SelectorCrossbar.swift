/// A crossbar whose cells are diodes in series with memristors, between lines that have resistance.
///
/// > Validity: Newton's method ends where the largest residual of Kirchhoff's current law at any node is below
/// > ``tolerance`` times the largest current of a cell.
public struct SelectorCrossbar: Sendable {
  /// The residual at which a solve ends, relative to the largest cell current.
  public static let tolerance = 1e-11
  /// The lines.
  public let lines: CrossbarLines
  /// The devices.
  public let cells: SelectorCells

  /// Creates an array.
  ///
  /// - Throws: ``CrossbarError/countMismatch(quantity:found:expected:)``,
  ///   ``CrossbarError/outOfRange(quantity:index:found:)`` for what isn't finite or has the wrong sign.
  public init(lines: CrossbarLines, cells: SelectorCells) throws(CrossbarError) {
    let count = lines.rows * lines.columns
    try CrossbarCheck.isPositive(cells.saturationCurrents, count: count, .saturationCurrent)
    try CrossbarCheck.isPositive(cells.slopeVoltages, count: count, .slopeVoltage)
    try CrossbarCheck.isNotNegative(cells.seriesResistances, count: count, .seriesResistance)
    try CrossbarCheck.isNotNegative(cells.conductances, count: count, .conductance)
    try CrossbarCheck.isNotNegative([cells.shuntConductance], count: 1, .conductance)
    self.lines = lines
    self.cells = cells
  }

  /// Returns the operating points for vectors of source voltages, each started from the one before.
  ///
  /// - Parameters:
  ///   - inputs: Source voltages in volt; shape `[vector, row]`.
  ///   - keepsVoltages: Whether the voltages of all nodes are returned too.
  ///   - threads: The number of threads to use at most; the result doesn't depend on it.
  /// - Returns: One operating point a vector, in order.
  /// - Throws: ``CrossbarError/countMismatch(quantity:found:expected:)``,
  ///   ``CrossbarError/outOfRange(quantity:index:found:)``,
  ///   ``CrossbarError/notConverged(row:column:residual:iterations:)`` with the number of Newton steps.
  public func solutions(
    for inputs: [[Double]],
    keepsVoltages: Bool = false,
    threads: Int = 2
  ) throws(CrossbarError) -> [CrossbarSolution] {
    let solver = SelectorCrossbarSolver(self, threads: threads)
    var solutions: [CrossbarSolution] = []
    for vector in inputs {
      solutions.append(try solver.solution(for: vector, keepsVoltages: keepsVoltages))
    }
    return solutions
  }

  /// Returns the operating point for one vector of source voltages; see ``solutions(for:keepsVoltages:threads:)``.
  public func solution(
    for inputs: [Double],
    keepsVoltages: Bool = false,
    threads: Int = 2
  ) throws(CrossbarError) -> CrossbarSolution {
    try SelectorCrossbarSolver(self, threads: threads)
      .solution(for: inputs, keepsVoltages: keepsVoltages)
  }
}
