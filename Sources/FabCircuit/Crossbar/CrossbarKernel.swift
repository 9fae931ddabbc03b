// Goals, in this order: (1) right for every finite resistance, zero included: recursions add positive numbers only,
// so that nothing cancels; (2) the same bits for any number of threads: sums are taken block by block and panel by
// panel in a fixed order; (3) speed: an iteration reads each array once a sweep, four or eight lanes at a time.

/// Solves `[Aw -D; -D Ab] [w; x] = [cw; cb]`, the nodal equations of a crossbar with cell conductances `D`.
///
/// `Aw` and `Ab` are the tridiagonal matrices of word lines and bit lines with `D` on the diagonal. Word lines are
/// eliminated exactly; conjugate gradients solve `(Ab - D inv(Aw) D) x = cb + D inv(Aw) cw` with `Ab` as the
/// preconditioner. `Ab p` follows from the residuals by the recurrence of `p`, and a ladder is eliminated as
/// Norton equivalents `s -> s / (1 + s r)`: no conductance of a line is ever formed, so `r = 0` is exact.
///
/// > Source: Preconditioned conjugate gradients as in Y. Saad, *Iterative methods for sparse linear systems*, 2003,
/// > applied to a Schur complement.
final class CrossbarKernel: @unchecked Sendable {
  typealias Quad = SIMD4<Double>
  typealias Octet = SIMD8<Double>

  /// What stands for the resistance of an ideal source or ground: far below any line, above the underflow.
  static let perfectResistance = 1e-18

  let grid: CrossbarGrid
  let threads: Int
  let cells: CellBuffer<Quad>
  let solution: CellBuffer<Quad>
  let residual: CellBuffer<Quad>
  private let wordResistances: CellBuffer<Octet>
  private let bitResistances: CellBuffer<Quad>
  private let sourceConductances: [Double]
  private let wordPass: CellBuffer<Octet>
  private let wordGain: CellBuffer<Octet>
  private let wordScratch: CellBuffer<Octet>
  private let bitPass: CellBuffer<Quad>
  private let bitGain: CellBuffer<Quad>
  private let terminations: CellBuffer<Quad>
  private let z: CellBuffer<Quad>
  private let p: CellBuffer<Quad>
  private let q: CellBuffer<Quad>
  private let image: CellBuffer<Quad>
  private let blockSums: CellBuffer<Quad>
  private let panelSums: CellBuffer<Quad>

  init(lines: CrossbarLines, threads: Int) {
    let grid = CrossbarGrid(rows: lines.rows, columns: lines.columns)
    self.grid = grid
    // Below 64 Ki cells waking a thread costs more than it saves.
    self.threads = grid.rows * grid.columns >= 1 << 16 ? threads : 1
    func quads() -> CellBuffer<Quad> { CellBuffer(count: grid.count) }
    func octets() -> CellBuffer<Octet> { CellBuffer(count: grid.blocks * grid.quads * 4) }
    (cells, solution, residual) = (quads(), quads(), quads())
    (bitPass, bitGain, z, p, q, image) = (quads(), quads(), quads(), quads(), quads(), quads())
    (wordPass, wordGain, wordScratch) = (octets(), octets(), octets())
    blockSums = CellBuffer(count: grid.blocks)
    panelSums = CellBuffer(count: grid.panels)
    bitResistances = grid.buffer(lines.bitSegments)
    wordResistances = octets()
    terminations = CellBuffer(count: grid.quads)
    var sources = Array(repeating: 1.0, count: grid.blocks * 8)
    for row in 0..<grid.rows {
      let first = lines.sourceResistances[row] + lines.wordSegments[row * grid.columns]
      sources[row] = 1 / max(first, Self.perfectResistance)
      for column in 1..<max(grid.columns, 1) {
        wordResistances.pointer[row / 8 * grid.quads * 4 + column][row % 8] =
          lines.wordSegments[row * grid.columns + column]
      }
    }
    sourceConductances = sources
    for quad in 0..<grid.quads {
      for lane in 0..<4 {
        let column = quad * 4 + lane
        var conductance = 1.0
        if column < grid.columns {
          let last = lines.bitSegments[(grid.rows - 1) * grid.columns + column]
          conductance =
            1 / max(last + lines.terminationResistances[column], Self.perfectResistance)
        }
        terminations.pointer[quad][lane] = conductance
      }
    }
  }

  /// The current that a source of one volt drives into its shorted word line, in ampere.
  func sourceConductance(row: Int) -> Double { sourceConductances[row] }

  /// Takes ``cells`` as the conductances to solve with.
  func factor() {
    CrossbarGrid.forEach(grid.blocks, threads: threads) { factorWords(block: $0) }
    CrossbarGrid.forEach(grid.panels, threads: threads) { factorBits(panel: $0) }
  }

  private func factorWords(block: Int) {
    let base = block * grid.quads * 4
    var s = Octet.zero
    for lane in 0..<8 { s[lane] = sourceConductances[block * 8 + lane] }
    for quad in 0..<grid.quads {
      let columns = columnsOfBlock(block, quad) { cells.pointer[$0] }
      for lane in 0..<4 {
        let column = quad * 4 + lane
        if column > 0 {
          let r = wordResistances.pointer[base + column]
          let pass = 1 / (1 + s * r)
          wordPass.pointer[base + column] = pass
          wordGain.pointer[base + column - 1] = pass * r
          s *= pass
        }
        s += columns[lane]
      }
    }
    wordGain.pointer[base + grid.quads * 4 - 1] = 1 / s
  }

  private func factorBits(panel: Int) {
    let start = panel * CrossbarGrid.panel
    for quad in start..<min(start + CrossbarGrid.panel, grid.quads) {
      var s = cells.pointer[quad]
      for row in 1..<max(grid.rows, 1) {
        let index = row * grid.stride + quad
        let r = bitResistances.pointer[index - grid.stride]
        let pass = 1 / (1 + s * r)
        bitPass.pointer[index] = pass
        bitGain.pointer[index - grid.stride] = pass * r
        s = s * pass + cells.pointer[index]
      }
      bitGain.pointer[(grid.rows - 1) * grid.stride + quad] = 1 / (s + terminations.pointer[quad])
    }
  }

  /// Finds ``solution`` (`x`) for the word injections `cw`, given as a function, and the bit injections in ``residual``.
  ///
  /// `tolerance` bounds the residual in the norm of `inv(Ab)`, relative to that of the right-hand side. Afterwards
  /// ``residual`` holds the residual.
  ///
  /// - Returns: The number of iterations and the relative residual reached.
  func solve(
    tolerance: Double,
    limit: Int,
    wordInjection: (Int) -> Quad
  ) -> (iterations: Int, residual: Double) {
    let (r, d) = (residual.pointer, cells.pointer)
    sweepWords(wordInjection) { index, u in r[index] = r[index].addingProduct(d[index], u) }
    solution.clear()
    p.clear()
    q.clear()
    var (alpha, previous, first) = (0.0, 0.0, 0.0)
    for iteration in 0...limit {
      let rho = sweepBits(alpha: alpha)
      if iteration == 0 { first = rho }
      let relative = first > 0 ? (max(rho, 0) / first).squareRoot() : 0
      if relative <= tolerance || iteration == limit || !rho.isFinite {
        return (iteration, rho.isFinite ? relative : .infinity)
      }
      let energy = applyWords(beta: iteration == 0 ? 0 : rho / previous)
      // Rounding may leave no direction of descent once the residual is noise.
      guard energy > 0 else { return (iteration, relative) }
      alpha = rho / energy
      previous = rho
    }
    return (limit, .infinity)
  }

  /// `x += alpha p`, `r -= alpha S p`, then `z = inv(Ab) r`; returns `r z`.
  private func sweepBits(alpha: Double) -> Double {
    CrossbarGrid.forEach(grid.panels, threads: threads) { panel in
      let start = panel * CrossbarGrid.panel
      let end = min(start + CrossbarGrid.panel, grid.quads)
      let (x, r, z) = (solution.pointer, residual.pointer, z.pointer)
      let (p, image, pass, gain) = (p.pointer, image.pointer, bitPass.pointer, bitGain.pointer)
      let stride = grid.stride
      let step = Quad(repeating: alpha)
      for index in start..<end {
        x[index] = x[index].addingProduct(step, p[index])
        let value = r[index].addingProduct(-step, image[index])
        r[index] = value
        z[index] = value
      }
      for row in 1..<max(grid.rows, 1) {
        for index in (row * stride + start)..<(row * stride + end) {
          x[index] = x[index].addingProduct(step, p[index])
          let value = r[index].addingProduct(-step, image[index])
          r[index] = value
          z[index] = value.addingProduct(pass[index], z[index - stride])
        }
      }
      var sum = Quad.zero
      let last = (grid.rows - 1) * stride
      for index in (last + start)..<(last + end) {
        let value = gain[index] * z[index]
        z[index] = value
        sum = sum.addingProduct(value, r[index])
      }
      for row in Swift.stride(from: grid.rows - 2, through: 0, by: -1) {
        for index in (row * stride + start)..<(row * stride + end) {
          let below = pass[index + stride] * z[index + stride]
          let value = below.addingProduct(gain[index], z[index])
          z[index] = value
          sum = sum.addingProduct(value, r[index])
        }
      }
      panelSums.pointer[panel] = sum
    }
    return total(panelSums)
  }

  /// `p = z + beta p`, `Ab p` likewise, then `S p = Ab p - D inv(Aw) D p`; returns `p S p`.
  private func applyWords(beta: Double) -> Double {
    let (z, p, q, r) = (z.pointer, p.pointer, q.pointer, residual.pointer)
    let (d, image) = (cells.pointer, image.pointer)
    let factor = Quad(repeating: beta)
    CrossbarGrid.forEach(grid.blocks, threads: threads) { block in
      var sum = Quad.zero
      sweepWords(block: block) { index in
        let direction = z[index].addingProduct(factor, p[index])
        p[index] = direction
        q[index] = r[index].addingProduct(factor, q[index])
        return d[index] * direction
      } store: { index, u in
        let value = q[index].addingProduct(-d[index], u)
        image[index] = value
        sum = sum.addingProduct(value, p[index])
      }
      blockSums.pointer[block] = sum
    }
    return total(blockSums)
  }

  /// Solves all word lines: hands `store` the voltages `inv(Aw) c` of the injections `c` that `load` gives.
  func sweepWords(_ load: (Int) -> Quad, store: (Int, Quad) -> Void) {
    CrossbarGrid.forEach(grid.blocks, threads: threads) {
      sweepWords(block: $0, load: load, store: store)
    }
  }

  @inline(__always)
  private func sweepWords(block: Int, load: (Int) -> Quad, store: (Int, Quad) -> Void) {
    let base = block * grid.quads * 4
    let (pass, gain) = (wordPass.pointer + base, wordGain.pointer + base)
    let scratch = wordScratch.pointer + base
    var current = Octet.zero
    for quad in 0..<grid.quads {
      let columns = columnsOfBlock(block, quad, load)
      for lane in 0..<4 {
        current = columns[lane].addingProduct(pass[quad * 4 + lane], current)
        scratch[quad * 4 + lane] = current
      }
    }
    var voltage = Octet.zero
    var carried = Octet.zero
    for quad in stride(from: grid.quads - 1, through: 0, by: -1) {
      var columns = (Octet.zero, Octet.zero, Octet.zero, Octet.zero)
      let column = quad * 4
      voltage = carried.addingProduct(gain[column + 3], scratch[column + 3])
      columns.3 = voltage
      voltage = (pass[column + 3] * voltage).addingProduct(gain[column + 2], scratch[column + 2])
      columns.2 = voltage
      voltage = (pass[column + 2] * voltage).addingProduct(gain[column + 1], scratch[column + 1])
      columns.1 = voltage
      voltage = (pass[column + 1] * voltage).addingProduct(gain[column], scratch[column])
      columns.0 = voltage
      carried = pass[column] * voltage
      let top = Self.transposed(
        columns.0.lowHalf,
        columns.1.lowHalf,
        columns.2.lowHalf,
        columns.3.lowHalf
      )
      let bottom = Self.transposed(
        columns.0.highHalf,
        columns.1.highHalf,
        columns.2.highHalf,
        columns.3.highHalf
      )
      let index = block * 8 * grid.stride + quad
      for row in 0..<4 {
        store(index + row * grid.stride, top[row])
        store(index + (row + 4) * grid.stride, bottom[row])
      }
    }
  }

  /// The four columns of a vector over the eight rows of a block.
  @inline(__always)
  private func columnsOfBlock(_ block: Int, _ quad: Int, _ load: (Int) -> Quad) -> [4 of Octet] {
    let index = block * 8 * grid.stride + quad
    let top = Self.transposed(
      load(index),
      load(index + grid.stride),
      load(index + 2 * grid.stride),
      load(index + 3 * grid.stride)
    )
    let bottom = Self.transposed(
      load(index + 4 * grid.stride),
      load(index + 5 * grid.stride),
      load(index + 6 * grid.stride),
      load(index + 7 * grid.stride)
    )
    return [
      Octet(lowHalf: top[0], highHalf: bottom[0]),
      Octet(lowHalf: top[1], highHalf: bottom[1]),
      Octet(lowHalf: top[2], highHalf: bottom[2]),
      Octet(lowHalf: top[3], highHalf: bottom[3]),
    ]
  }

  @inline(__always)
  private static func transposed(_ a: Quad, _ b: Quad, _ c: Quad, _ d: Quad) -> [4 of Quad] {
    [
      Quad(a[0], b[0], c[0], d[0]),
      Quad(a[1], b[1], c[1], d[1]),
      Quad(a[2], b[2], c[2], d[2]),
      Quad(a[3], b[3], c[3], d[3]),
    ]
  }

  private func total(_ sums: CellBuffer<Quad>) -> Double {
    withExtendedLifetime(sums) {
      var sum = Quad.zero
      for index in 0..<sums.count { sum += sums.pointer[index] }
      return sum.sum()
    }
  }
}
