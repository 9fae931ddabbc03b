// Goals, in this order: (1) bits that depend on the vectors of the batch alone; (2) one reading and one writing of
// one value a cell and vector for each step of the iteration, all else in the nearest cache.

/// Outputs of a linear crossbar for a few vectors at once, one a lane.
///
/// The iteration solves all word lines for the bit voltages at hand, then all bit lines for the word voltages: block
/// Gauss-Seidel. Bit lines are eliminated downward and upward in turn, so that one sweep over the rows goes back
/// through the one elimination, solves the word line of each row, and does the other. What it converges to is taken
/// early by ``CrossbarExtrapolation`` from outputs and from voltages at the far ends of the lines.
///
/// > Validity: Where the extrapolation isn't sure of its limit, there is no result; see ``CrossbarExtrapolation``.
final class CrossbarBatch {
  /// One vector a lane; more would leave the caches, fewer read the factors more often.
  typealias Lanes = SIMD8<Double>

  /// Lengths of the steps, to be tried in this order.
  ///
  /// The step of Gauss-Seidel is fastest. Its errors all keep their sign, which makes the weights of many steps grow
  /// and rounding with them; at nearly twice the step, errors lie between -0.9 and 1 times those before, weights stay
  /// small, and arrays with more resistance can be done, in sweeps that move twice as much memory.
  static var relaxations: [Double] { [1, 1.9] }

  private let plan: CrossbarBatchPlan
  private let relaxation: Double
  /// The bit voltages of the step before, where steps are relaxed.
  private let past: CellBuffer<Lanes>
  /// The currents of the elimination of the bit lines; shape `[row, column]`.
  private let field: CellBuffer<Lanes>
  /// The bit voltages of the row that a sweep has come to.
  private let bits: CellBuffer<Lanes>
  /// The currents of the elimination of a word line.
  private let scratch: CellBuffer<Lanes>
  /// The currents that sources drive into shorted word lines.
  private let injections: CellBuffer<Lanes>
  /// Outputs, bit voltages of row 0, word voltages of the last column.
  private let observed: CellBuffer<Lanes>

  /// Creates a batch whose steps go so many times as far as Gauss-Seidel's.
  init(_ plan: CrossbarBatchPlan, relaxation: Double) {
    self.plan = plan
    self.relaxation = relaxation
    past = CellBuffer(count: relaxation == 1 ? 0 : plan.rows * plan.columns)
    field = CellBuffer(count: plan.rows * plan.columns)
    bits = CellBuffer(count: plan.columns)
    scratch = CellBuffer(count: plan.columns)
    injections = CellBuffer(count: plan.rows)
    observed = CellBuffer(count: 2 * plan.columns + plan.rows)
  }

  /// Returns the outputs of each vector, at most as many as there are lanes; `nil` where they aren't sure.
  func outputs(_ inputs: ArraySlice<[Double]>) -> [[Double]]? {
    let (rows, columns) = (plan.rows, plan.columns)
    let scales = inputs.map { max($0.reduce(0) { max($0, abs($1)) }, .leastNormalMagnitude) }
    for row in 0..<rows {
      var injection = Lanes.zero
      for (lane, vector) in inputs.enumerated() {
        injection[lane] = vector[row] / scales[lane] * plan.sources[row]
      }
      injections.pointer[row] = injection
    }
    field.clear()
    past.clear()
    let lanes = Lanes.scalarCount
    var extrapolation = CrossbarExtrapolation(
      ends: [columns * lanes, 2 * columns * lanes, (2 * columns + rows) * lanes],
      lanes: lanes
    )
    var outcome = CrossbarExtrapolation.Outcome.more
    var isDown = true
    while case .more = outcome {
      bits.clear()
      // A sweep down goes back through what a sweep up eliminated; at first there is nothing, and bit lines at zero.
      for row in 0..<rows { sweep(isDown ? row : rows - 1 - row, isDown: isDown) }
      outcome = UnsafeRawBufferPointer(
        start: observed.pointer,
        count: observed.count * MemoryLayout<Lanes>.stride
      )
      .withMemoryRebound(to: Double.self) { extrapolation.add($0) }
      isDown.toggle()
    }
    guard case .found(let found) = outcome else { return nil }
    return scales.indices
      .map { lane in
        (0..<columns).map { found[$0 * Lanes.scalarCount + lane] * scales[lane] }
      }
  }

  /// Goes back through one elimination of the bit lines at a row, solves its word line, and does the other.
  @inline(__always)
  private func sweep(_ row: Int, isDown: Bool) {
    let (rows, columns) = (plan.rows, plan.columns)
    let start = row * columns
    let isFirst = row == (isDown ? 0 : rows - 1)
    // The first row has nothing before it: what is read instead is multiplied by zero.
    let before = isFirst ? 0 : isDown ? -columns : columns
    let (field, bits, scratch) = (field.pointer + start, bits.pointer, scratch.pointer)
    let isRelaxed = relaxation != 1
    let voltages = isRelaxed ? past.pointer + start : bits
    let step = Lanes(repeating: relaxation)
    let (cells, wordPass) = (plan.cells + start, plan.wordPass + start)
    let wordGain = plan.wordGain + start
    let gain = (isDown ? plan.upGain : plan.downGain) + start
    let back = (isDown ? plan.upPass : plan.downPass) + start + before
    let forth = (isDown ? plan.downPass : plan.upPass) + start
    var current = injections.pointer[row]
    for column in 0..<columns {
      var bit = (field[column] * gain[column])
        .addingProduct(bits[column], Lanes(repeating: back[column]))
      bits[column] = bit
      if isRelaxed {
        bit = voltages[column].addingProduct(step, bit - voltages[column])
        voltages[column] = bit
      }
      current = (bit * cells[column])
        .addingProduct(current, Lanes(repeating: wordPass[column]))
      scratch[column] = current
    }
    let observed = observed.pointer
    if row == rows - 1 {
      for column in 0..<columns { observed[column] = voltages[column] * plan.terminations[column] }
    }
    if row == 0 {
      for column in 0..<columns { observed[columns + column] = voltages[column] }
    }
    var word = Lanes.zero
    for column in stride(from: columns - 1, through: 0, by: -1) {
      word = (scratch[column] * wordGain[column])
        .addingProduct(word, Lanes(repeating: wordPass[column + 1]))
      if column == columns - 1 { observed[2 * columns + row] = word }
      field[column] = (word * cells[column])
        .addingProduct(field[column + before], Lanes(repeating: forth[column]))
    }
  }
}
