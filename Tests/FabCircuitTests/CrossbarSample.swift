import FabCircuit
import FabNumerics

/// A random crossbar with a resistance of its own for every piece of line, and a dense solve of it as the witness.
struct CrossbarSample {
  let lines: CrossbarLines
  let conductances: [Double]
  let inputs: [Double]

  init(rows: Int, columns: Int, seed: UInt64, resistance: Double = 5) throws {
    var generator = Xoshiro256(seed: seed)
    func draw(_ count: Int, _ low: Double, _ high: Double) -> [Double] {
      (0..<count).map { _ in low + (high - low) * generator.uniformDeviate() }
    }
    lines = try CrossbarLines(
      rows: rows,
      columns: columns,
      wordSegments: draw(rows * columns, 0.5 * resistance, 2 * resistance),
      bitSegments: draw(rows * columns, 0.5 * resistance, 2 * resistance),
      sourceResistances: draw(rows, 10, 100),
      terminationResistances: draw(columns, 10, 100)
    )
    conductances = draw(rows * columns, 1e-6, 1e-3)
    inputs = draw(rows, -0.5, 1)
  }

  /// Node voltages by Gaussian elimination of the whole nodal system, word nodes first; all resistances above zero.
  ///
  /// `extra` adds a current from word node to bit node to each cell, for linearised devices.
  static func denseVoltages(
    lines: CrossbarLines,
    conductances: [Double],
    inputs: [Double],
    extra: [Double]? = nil
  ) -> [Double] {
    let (rows, columns) = (lines.rows, lines.columns)
    let cells = rows * columns
    let size = 2 * cells
    var matrix = Array(repeating: Array(repeating: 0.0, count: size + 1), count: size)
    func connect(_ a: Int, _ b: Int, _ conductance: Double) {
      matrix[a][a] += conductance
      matrix[b][b] += conductance
      matrix[a][b] -= conductance
      matrix[b][a] -= conductance
    }
    for row in 0..<rows {
      for column in 0..<columns {
        let cell = row * columns + column
        connect(cell, cells + cell, conductances[cell])
        matrix[cell][size] -= extra?[cell] ?? 0
        matrix[cells + cell][size] += extra?[cell] ?? 0
        if column > 0 { connect(cell - 1, cell, 1 / lines.wordSegments[cell]) }
        if row > 0 {
          connect(cells + cell - columns, cells + cell, 1 / lines.bitSegments[cell - columns])
        }
      }
      let source = 1 / (lines.sourceResistances[row] + lines.wordSegments[row * columns])
      matrix[row * columns][row * columns] += source
      matrix[row * columns][size] += source * inputs[row]
    }
    for column in 0..<columns {
      let last = (rows - 1) * columns + column
      matrix[cells + last][cells + last] +=
        1 / (lines.bitSegments[last] + lines.terminationResistances[column])
    }
    // The matrix is symmetric positive definite: no pivoting.
    for pivot in 0..<size {
      for row in (pivot + 1)..<max(size, pivot + 1) where matrix[row][pivot] != 0 {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        for column in pivot...size { matrix[row][column] -= factor * matrix[pivot][column] }
      }
    }
    var voltages = Array(repeating: 0.0, count: size)
    for row in (0..<size).reversed() {
      var sum = matrix[row][size]
      for column in (row + 1)..<max(size, row + 1) { sum -= matrix[row][column] * voltages[column] }
      voltages[row] = sum / matrix[row][row]
    }
    return voltages
  }

  /// The currents out of the bit lines at node voltages.
  static func outputs(_ voltages: [Double], lines: CrossbarLines) -> [Double] {
    let last = (lines.rows - 1) * lines.columns
    return (0..<lines.columns)
      .map { column in
        voltages[lines.rows * lines.columns + last + column]
          / (lines.bitSegments[last + column] + lines.terminationResistances[column])
      }
  }

  static func largestDifference(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).map { abs($0 - $1) }.max() ?? .infinity
  }

  static func largest(_ a: [Double]) -> Double { a.map(abs).max() ?? 0 }
}
