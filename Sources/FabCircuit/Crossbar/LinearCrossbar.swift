/// A crossbar of linear cells: conductances between word lines and bit lines that have resistance.
///
/// Outputs are linear in the inputs: for very many inputs take ``transferMatrix(threads:)`` once and multiply.
///
/// > Validity: The residual of Kirchhoff's current law ends below ``tolerance`` in the norm of the inverse of the
/// > bit lines' matrix, relative to the right-hand side; outputs agree with a dense solve to 1e-9 of the largest
/// > (`CrossbarLinearTests`). Outputs for several vectors at once, and the transfer matrix, are extrapolated from an
/// > iteration and agree with those for single vectors to 1e-9 of each vector's largest (`CrossbarBatchTests`).
public struct LinearCrossbar: Sendable {
  /// The relative residual at which a solve for one vector ends.
  public static let tolerance = 1e-12
  /// The lines.
  public let lines: CrossbarLines
  /// The conductance of each cell in siemens; shape `[row, column]`; zero where a cell is open.
  public let conductances: [Double]

  /// Creates an array.
  ///
  /// - Throws: ``CrossbarError/countMismatch(quantity:found:expected:)``,
  ///   ``CrossbarError/outOfRange(quantity:index:found:)`` for conductances that are negative or not finite.
  public init(lines: CrossbarLines, conductances: [Double]) throws(CrossbarError) {
    try CrossbarCheck.isNotNegative(
      conductances,
      count: lines.rows * lines.columns,
      .conductance
    )
    self.lines = lines
    self.conductances = conductances
  }

  /// Returns the operating point for one vector of source voltages.
  ///
  /// - Parameters:
  ///   - inputs: Source voltages in volt; shape `[row]`.
  ///   - keepsVoltages: Whether the voltages of all nodes are returned too.
  ///   - threads: The number of threads to use at most; the result doesn't depend on it.
  /// - Returns: The operating point.
  /// - Throws: ``CrossbarError/countMismatch(quantity:found:expected:)``,
  ///   ``CrossbarError/outOfRange(quantity:index:found:)``,
  ///   ``CrossbarError/notConverged(row:column:residual:iterations:)``.
  /// - Complexity: O(*cells* * *iterations*); iterations grow as `columns * sqrt(r G)`.
  public func solution(
    for inputs: [Double],
    keepsVoltages: Bool = false,
    threads: Int = 2
  ) throws(CrossbarError) -> CrossbarSolution {
    let solver = LinearCrossbarSolver(self, threads: threads)
    return try solver.solution(for: inputs, keepsVoltages: keepsVoltages)
  }

  /// Returns the outputs for many vectors of source voltages.
  ///
  /// - Parameters:
  ///   - inputs: Source voltages in volt; shape `[vector, row]`.
  ///   - threads: The number of threads to use at most; the result doesn't depend on it.
  /// - Returns: Currents into the virtual grounds in ampere; shape `[vector, column]`.
  /// - Throws: As ``solution(for:keepsVoltages:threads:)``; the first vector that fails.
  public func outputs(
    for inputs: [[Double]],
    threads: Int = 2
  ) throws(CrossbarError) -> [[Double]] {
    for vector in inputs { try CrossbarCheck.isFinite(vector, count: lines.rows, .input) }
    // Beyond this many vectors, solving for the matrix and multiplying costs less.
    if inputs.count > min(lines.rows, lines.columns) {
      let matrix = try transferMatrix(threads: threads)
      return inputs.map { multiply($0, matrix) }
    }
    if inputs.count == 1 { return [try solution(for: inputs[0], threads: threads).outputs] }
    return try batched(inputs, threads: threads)
  }

  /// Returns the output current of every column for one volt at every row alone, in siemens; shape `[row, column]`.
  ///
  /// An array with fewer columns than rows is solved from its columns: by reciprocity, a volt at a virtual ground
  /// drives the same current into a source as a volt at the source drives into the ground.
  ///
  /// - Throws: ``CrossbarError/notConverged(row:column:residual:iterations:)``.
  public func transferMatrix(threads: Int = 2) throws(CrossbarError) -> [Double] {
    let (rows, columns) = (lines.rows, lines.columns)
    if rows <= columns {
      let units = (0..<rows)
        .map { row in
          var unit = Array(repeating: 0.0, count: rows)
          unit[row] = 1
          return unit
        }
      return try batched(units, threads: threads).flatMap(\.self)
    }
    let vectors = try spread(columns, threads: threads) { (solver, column) throws(CrossbarError) in
      try solver.currentsIntoSources(column: column)
    }
    return (0..<(rows * columns)).map { vectors[$0 % columns][$0 / columns] }
  }

  private func multiply(_ vector: [Double], _ matrix: [Double]) -> [Double] {
    var sums = Array(repeating: 0.0, count: lines.columns)
    for (row, value) in vector.enumerated() {
      for column in 0..<lines.columns {
        sums[column] += value * matrix[row * lines.columns + column]
      }
    }
    return sums
  }

  /// Solves for batches of vectors, and one by one for what no batch is sure of.
  private func batched(
    _ inputs: [[Double]],
    threads: Int
  ) throws(CrossbarError) -> [[Double]] {
    let width = CrossbarBatch.Lanes.scalarCount
    let slots = SolveSlots(count: inputs.count)
    let plan = CrossbarBatchPlan(self)
    func run(_ range: Range<Int>, _ batch: CrossbarBatch) -> Bool {
      guard let found = batch.outputs(inputs[range]) else { return false }
      for (index, outputs) in zip(range, found) { slots.set(index, .success(outputs)) }
      return true
    }
    // The first batch says what the lines' resistance lets batches do, whatever the number of threads.
    let first = min(width, inputs.count)
    let relaxation = CrossbarBatch.relaxations
      .first { run(0..<first, CrossbarBatch(plan, relaxation: $0)) }
    if let relaxation {
      let rest = (inputs.count - first + width - 1) / width
      let workers = max(1, min(threads, rest))
      CrossbarGrid.forEach(workers, threads: workers) { worker in
        let batch = CrossbarBatch(plan, relaxation: relaxation)
        for index in (worker * rest / workers)..<((worker + 1) * rest / workers) {
          let start = first + index * width
          _ = run(start..<min(start + width, inputs.count), batch)
        }
      }
    }
    var outputs = try slots.values()
    let missing = outputs.indices.filter { outputs[$0].isEmpty }
    let solved = try spread(missing.count, threads: threads) {
      (solver, index) throws(CrossbarError) in
      try solver.solution(for: inputs[missing[index]], keepsVoltages: false).outputs
    }
    for (index, values) in zip(missing, solved) { outputs[index] = values }
    return outputs
  }

  /// Runs independent solves, a contiguous share of them on each thread.
  private func spread(
    _ count: Int,
    threads: Int,
    _ solve: (LinearCrossbarSolver, Int) throws(CrossbarError) -> [Double]
  ) throws(CrossbarError) -> [[Double]] {
    let workers = max(1, min(threads, count))
    let slots = SolveSlots(count: count)
    CrossbarGrid.forEach(workers, threads: workers) { worker in
      let solver = LinearCrossbarSolver(self, threads: 1)
      for index in (worker * count / workers)..<((worker + 1) * count / workers) {
        slots.set(index, Result { () throws(CrossbarError) in try solve(solver, index) })
      }
    }
    return try slots.values()
  }
}
