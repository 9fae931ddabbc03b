/// A linear crossbar, factored, with the memory for one solve at a time.
final class LinearCrossbarSolver {
  private let kernel: CrossbarKernel
  private let word: CellBuffer<SIMD4<Double>>
  private let limit: Int

  init(_ crossbar: LinearCrossbar, threads: Int) {
    let kernel = CrossbarKernel(lines: crossbar.lines, threads: threads)
    let values = kernel.grid.buffer(crossbar.conductances)
    withExtendedLifetime(values) {
      kernel.cells.pointer.update(from: values.pointer, count: values.count)
    }
    kernel.factor()
    self.kernel = kernel
    word = CellBuffer(count: kernel.grid.count)
    limit = 100 + 20 * (crossbar.lines.rows + crossbar.lines.columns)
  }

  func solution(
    for inputs: [Double],
    keepsVoltages: Bool
  ) throws(CrossbarError) -> CrossbarSolution {
    let grid = kernel.grid
    try CrossbarCheck.isFinite(inputs, count: grid.rows, .input)
    kernel.residual.clear()
    let injections = (0..<(grid.blocks * 8))
      .map { row in
        row < grid.rows ? inputs[row] * kernel.sourceConductance(row: row) : 0
      }
    let load: (Int) -> SIMD4<Double> = { index in
      let (row, quad) = index.quotientAndRemainder(dividingBy: grid.stride)
      return quad == 0 ? SIMD4(injections[row], 0, 0, 0) : .zero
    }
    let (iterations, residual) = try solve(load)
    let currents = cellCurrents(load, bitOffset: .zero)
    return CrossbarSolution(
      outputs: currents.columns,
      sourceCurrents: currents.rows,
      wordVoltages: keepsVoltages ? grid.array(word) : [],
      bitVoltages: keepsVoltages ? grid.array(kernel.solution) : [],
      steps: 1,
      iterations: iterations,
      residual: residual
    )
  }

  /// The currents out of all sources, at 0 V, for one volt at the virtual ground of a column.
  ///
  /// The bit line starts at one volt all along, which no current of its own disturbs; the rest is solved for.
  func currentsIntoSources(column: Int) throws(CrossbarError) -> [Double] {
    let grid = kernel.grid
    let cells = kernel.cells.pointer
    var unit = SIMD4<Double>.zero
    unit[column % 4] = 1
    kernel.residual.clear()
    for row in 0..<grid.rows {
      let index = row * grid.stride + column / 4
      kernel.residual.pointer[index] = -cells[index] * unit
    }
    let load: (Int) -> SIMD4<Double> = { index in
      index % grid.stride == column / 4 ? cells[index] * unit : .zero
    }
    _ = try solve(load)
    return cellCurrents(load, bitOffset: unit, quad: column / 4).rows.map { -$0 }
  }

  private func solve(
    _ load: (Int) -> SIMD4<Double>
  ) throws(CrossbarError) -> (Int, Double) {
    let (iterations, residual) = kernel.solve(
      tolerance: LinearCrossbar.tolerance,
      limit: limit,
      wordInjection: load
    )
    guard residual <= 100 * LinearCrossbar.tolerance else {
      let place = kernel.grid.largest(kernel.residual)
      throw .notConverged(
        row: place.row,
        column: place.column,
        residual: residual,
        iterations: iterations
      )
    }
    return (iterations, residual)
  }

  /// Sums of the cells' currents over each row and each column, from the bit voltages found.
  private func cellCurrents(
    _ load: (Int) -> SIMD4<Double>,
    bitOffset: SIMD4<Double>,
    quad offsetQuad: Int = 0
  ) -> (rows: [Double], columns: [Double]) {
    let grid = kernel.grid
    let (cells, x, w) = (kernel.cells.pointer, kernel.solution.pointer, word.pointer)
    kernel.sweepWords {
      load($0).addingProduct(cells[$0], x[$0])
    } store: {
      w[$0] = $1
    }
    var columns = Array(repeating: SIMD4<Double>.zero, count: grid.quads)
    var rows: [Double] = []
    for row in 0..<grid.rows {
      var sum = SIMD4<Double>.zero
      for quad in 0..<grid.quads {
        let index = row * grid.stride + quad
        var drop = w[index] - x[index]
        if quad == offsetQuad { drop -= bitOffset }
        let current = cells[index] * drop
        columns[quad] += current
        sum += current
      }
      rows.append(sum.sum())
    }
    return (rows, (0..<grid.columns).map { columns[$0 / 4][$0 % 4] })
  }
}

extension CrossbarGrid {
  /// The cell with the largest magnitude in a buffer.
  func largest(_ buffer: CellBuffer<Quad>) -> (row: Int, column: Int, magnitude: Double) {
    withExtendedLifetime(buffer) {
      var (place, magnitude) = (0, -1.0)
      for row in 0..<rows {
        for column in 0..<columns {
          let value = abs(buffer.pointer[row * stride + column / 4][column % 4])
          if value > magnitude || value.isNaN {
            (place, magnitude) = (row * columns + column, value)
          }
        }
      }
      return (place / columns, place % columns, magnitude)
    }
  }
}
