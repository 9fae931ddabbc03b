// Goals, in this order: (1) an answer or an error, never a wrong answer; (2) exact for lines of zero ohm: currents of
// lines are carried along with the voltages and never formed from them; (3) few solves: inexact Newton, warm starts.

/// Newton's method on the node voltages of a crossbar with selectors, which stay from one input to the next.
///
/// Each step solves the linearised array with ``CrossbarKernel``, to a tolerance that tightens with the residual.
/// The line currents of a step follow from Kirchhoff's current law in the linearised array.
///
/// > Source: R. S. Dembo, S. C. Eisenstat, T. Steihaug, *Inexact Newton methods*, SIAM J. Numer. Anal. 19, 400
/// > (1982), doi 10.1137/0719025; the step is halved until the residual falls.
final class SelectorCrossbarSolver {
  typealias Quad = SIMD4<Double>

  private let kernel: CrossbarKernel
  private let law: SelectorCellLaw
  private let stepLimit = 60
  private let iterationLimit: Int
  private var inputs: [Double]
  // Voltages and net line currents out of every node; then the same of a step; then currents of cells.
  private let (word, bit): (CellBuffer<Quad>, CellBuffer<Quad>)
  private let (wordFlow, bitFlow): (CellBuffer<Quad>, CellBuffer<Quad>)
  private let (wordMiss, bitMiss): (CellBuffer<Quad>, CellBuffer<Quad>)
  private let (wordStep, wordFlowStep, bitFlowStep):
    (CellBuffer<Quad>, CellBuffer<Quad>, CellBuffer<Quad>)
  private let current: CellBuffer<Quad>
  private let rowSums: CellBuffer<Quad>

  init(_ crossbar: SelectorCrossbar, threads: Int) {
    kernel = CrossbarKernel(lines: crossbar.lines, threads: threads)
    let grid = kernel.grid
    law = SelectorCellLaw(crossbar.cells, grid: grid)
    inputs = Array(repeating: 0, count: grid.rows)
    iterationLimit = 100 + 20 * (grid.rows + grid.columns)
    func buffer() -> CellBuffer<Quad> { CellBuffer(count: grid.count) }
    (word, bit, wordFlow, bitFlow) = (buffer(), buffer(), buffer(), buffer())
    (wordMiss, bitMiss, wordStep) = (buffer(), buffer(), buffer())
    (wordFlowStep, bitFlowStep, current) = (buffer(), buffer(), buffer())
    rowSums = CellBuffer(count: grid.rows)
  }

  func solution(
    for vector: [Double],
    keepsVoltages: Bool
  ) throws(CrossbarError) -> CrossbarSolution {
    let grid = kernel.grid
    try CrossbarCheck.isFinite(vector, count: grid.rows, .input)
    // A word line follows its source as a whole, which changes no current of the line.
    for row in 0..<grid.rows where vector[row] != inputs[row] {
      let shift = Quad(repeating: vector[row] - inputs[row])
      for quad in 0..<grid.quads { word.pointer[row * grid.stride + quad] += shift }
    }
    inputs = vector
    var (steps, iterations) = (0, 0)
    var merit = evaluate()
    var miss = largestMiss()
    while miss > SelectorCrossbar.tolerance {
      guard steps < stepLimit, miss.isFinite else { throw failure(miss, steps) }
      iterations += takeStep(accuracy: min(1e-2, max(1e-9, 1e-2 * miss)))
      steps += 1
      guard let reduced = search(from: merit) else {
        // The residual is as small as rounding lets it be, or the step is useless.
        miss = largestMiss()
        if miss <= 100 * SelectorCrossbar.tolerance { break }
        throw failure(miss, steps)
      }
      merit = reduced
      miss = largestMiss()
    }
    let sums = currentSums()
    return CrossbarSolution(
      outputs: sums.columns,
      sourceCurrents: sums.rows,
      wordVoltages: keepsVoltages ? grid.array(word) : [],
      bitVoltages: keepsVoltages ? grid.array(bit) : [],
      steps: steps,
      iterations: iterations,
      residual: miss
    )
  }

  /// Takes currents and conductances of the cells and what Kirchhoff's law misses; returns the sum of its squares.
  private func evaluate() -> Double {
    let grid = kernel.grid
    CrossbarGrid.forEach(grid.rows, threads: kernel.threads) { row in
      let (w, x, fw, fb) = (word.pointer, bit.pointer, wordFlow.pointer, bitFlow.pointer)
      let (cw, cb, i, d) =
        (wordMiss.pointer, bitMiss.pointer, current.pointer, kernel.cells.pointer)
      var sum = Quad.zero
      for index in (row * grid.stride)..<(row * grid.stride + grid.quads) {
        let point = law.operatingPoint(index, w[index] - x[index])
        i[index] = point.current
        d[index] = point.conductance
        cw[index] = -fw[index] - point.current
        cb[index] = point.current - fb[index]
        sum += cw[index] * cw[index] + cb[index] * cb[index]
      }
      rowSums.pointer[row] = sum
    }
    var total = Quad.zero
    for row in 0..<grid.rows { total += rowSums.pointer[row] }
    return total.sum()
  }

  /// Solves the linearised array for the step, and takes the line currents that go with it.
  private func takeStep(accuracy: Double) -> Int {
    kernel.factor()
    let (cw, cb, d) = (wordMiss.pointer, bitMiss.pointer, kernel.cells.pointer)
    kernel.residual.pointer.update(from: cb, count: bitMiss.count)
    let found = kernel.solve(tolerance: accuracy, limit: iterationLimit) { cw[$0] }
    let (x, r) = (kernel.solution.pointer, kernel.residual.pointer)
    let (step, wordFlow, bitFlow) =
      (wordStep.pointer, wordFlowStep.pointer, bitFlowStep.pointer)
    kernel.sweepWords {
      cw[$0].addingProduct(d[$0], x[$0])
    } store: { index, w in
      step[index] = w
      let change = d[index] * (w - x[index])
      wordFlow[index] = cw[index] - change
      bitFlow[index] = cb[index] + change - r[index]
    }
    return found.iterations
  }

  /// Goes along the step, halved until the residual falls; `nil`, and back at the start, where it never does.
  private func search(from merit: Double) -> Double? {
    var (length, travelled) = (1.0, 0.0)
    for _ in 0..<30 {
      advance(by: length - travelled)
      travelled = length
      let reached = evaluate()
      if reached < merit { return reached }
      length /= 2
    }
    advance(by: -travelled)
    _ = evaluate()
    return nil
  }

  private func advance(by length: Double) {
    let factor = Quad(repeating: length)
    for index in 0..<word.count {
      word.pointer[index] = word.pointer[index].addingProduct(factor, wordStep.pointer[index])
      bit.pointer[index] =
        bit.pointer[index].addingProduct(factor, kernel.solution.pointer[index])
      wordFlow.pointer[index] =
        wordFlow.pointer[index].addingProduct(factor, wordFlowStep.pointer[index])
      bitFlow.pointer[index] =
        bitFlow.pointer[index].addingProduct(factor, bitFlowStep.pointer[index])
    }
  }

  /// The largest residual over the largest cell current; zero where there is neither.
  private func largestMiss() -> Double {
    let scale = kernel.grid.largest(current).magnitude
    let miss = max(
      kernel.grid.largest(wordMiss).magnitude,
      kernel.grid.largest(bitMiss).magnitude
    )
    // With all sources at zero a few 1e-30 A of rounding are no failure.
    return miss <= 1e-27 ? 0 : miss / scale
  }

  private func failure(_ residual: Double, _ steps: Int) -> CrossbarError {
    let (first, second) = (kernel.grid.largest(wordMiss), kernel.grid.largest(bitMiss))
    let place = first.magnitude > second.magnitude ? first : second
    return .notConverged(
      row: place.row,
      column: place.column,
      residual: residual,
      iterations: steps
    )
  }

  private func currentSums() -> (rows: [Double], columns: [Double]) {
    let grid = kernel.grid
    var columns = Array(repeating: Quad.zero, count: grid.quads)
    var rows: [Double] = []
    for row in 0..<grid.rows {
      var sum = Quad.zero
      for quad in 0..<grid.quads {
        let value = current.pointer[row * grid.stride + quad]
        columns[quad] += value
        sum += value
      }
      rows.append(sum.sum())
    }
    return (rows, (0..<grid.columns).map { columns[$0 / 4][$0 % 4] })
  }
}
