// Goals, in this order: (1) zero ohm anywhere is exact: recursions add positive numbers only and no conductance of a
// segment is formed; (2) one copy for all threads and vectors.

/// What sweeps over a linear crossbar need beside the vectors: cells, and ladders eliminated both ways.
///
/// Word lines are eliminated from left to right. Bit lines are eliminated downward and, for the next sweep, upward:
/// so a sweep back through one elimination can do the other on its way.
final class CrossbarBatchPlan: @unchecked Sendable {
  /// The conductances; shape `[row, column]`, as all factors, which have one element beyond.
  let cells: UnsafeMutablePointer<Double>
  /// The share of a current that goes on to the cell, 1 at column 0.
  let wordPass: UnsafeMutablePointer<Double>
  let wordGain: UnsafeMutablePointer<Double>
  let downPass: UnsafeMutablePointer<Double>
  let downGain: UnsafeMutablePointer<Double>
  let upPass: UnsafeMutablePointer<Double>
  let upGain: UnsafeMutablePointer<Double>
  /// The conductance from each source to its word line; shape `[row]`.
  let sources: [Double]
  /// The conductance from the last node of each bit line to its ground; shape `[column]`.
  let terminations: [Double]
  let rows: Int
  let columns: Int

  init(_ crossbar: LinearCrossbar) {
    let lines = crossbar.lines
    let (rows, columns) = (lines.rows, lines.columns)
    let count = rows * columns
    let perfect = CrossbarKernel.perfectResistance
    let sources = (0..<rows)
      .map { 1 / max(lines.sourceResistances[$0] + lines.wordSegments[$0 * columns], perfect) }
    let terminations = (0..<columns)
      .map { column in
        let last = lines.bitSegments[count - columns + column]
        return 1 / max(last + lines.terminationResistances[column], perfect)
      }
    self.sources = sources
    self.terminations = terminations
    self.rows = rows
    self.columns = columns
    // A few lines of the cache apart, so that a cell's factors don't fall into one set.
    let size = (count + 8) / 8 * 8 + 24
    let memory = LargePages.allocate(bytes: 7 * size * MemoryLayout<Double>.stride)
      .bindMemory(to: Double.self, capacity: 7 * size)
    memory.initialize(repeating: 0, count: 7 * size)
    (cells, wordPass, wordGain) = (memory, memory + size, memory + 2 * size)
    (downPass, downGain) = (memory + 3 * size, memory + 4 * size)
    (upPass, upGain) = (memory + 5 * size, memory + 6 * size)
    for (cell, conductance) in crossbar.conductances.enumerated() { cells[cell] = conductance }
    for row in 0..<rows {
      let base = row * columns
      var s = sources[row] + cells[base]
      wordPass[base] = 1
      for cell in (base + 1)..<max(base + columns, base + 1) {
        let r = lines.wordSegments[cell]
        let pass = 1 / (1 + s * r)
        wordPass[cell] = pass
        wordGain[cell - 1] = pass * r
        s = s * pass + cells[cell]
      }
      wordGain[base + columns - 1] = 1 / s
    }
    var sums = Array(crossbar.conductances[0..<columns])
    for cell in columns..<max(count, columns) {
      let (column, r) = (cell % columns, lines.bitSegments[cell - columns])
      let pass = 1 / (1 + sums[column] * r)
      downPass[cell] = pass
      downGain[cell - columns] = pass * r
      sums[column] = sums[column] * pass + cells[cell]
    }
    for column in 0..<columns {
      downGain[count - columns + column] = 1 / (sums[column] + terminations[column])
    }
    for column in 0..<columns {
      sums[column] = terminations[column] + cells[count - columns + column]
    }
    for cell in (0..<(count - columns)).reversed() {
      let (column, r) = (cell % columns, lines.bitSegments[cell])
      let pass = 1 / (1 + sums[column] * r)
      upPass[cell] = pass
      upGain[cell + columns] = pass * r
      sums[column] = sums[column] * pass + cells[cell]
    }
    for column in 0..<columns { upGain[column] = 1 / sums[column] }
  }

  deinit { cells.deallocate() }
}
