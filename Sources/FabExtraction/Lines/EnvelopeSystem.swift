/// A symmetric positive definite system whose rows are stored from their first element to the diagonal.
///
/// > Source: A. George and J. W.-H. Liu, *Computer Solution of Large Sparse Positive Definite Systems*, 1981,
/// > chapter 4 (envelope Cholesky).
struct EnvelopeSystem {
  private let size: Int
  /// The first column of each row.
  private var first: [Int]
  /// The place of column 0 of each row in `values`, which may lie before its first element.
  private var base: [Int]
  private var values: [Double]

  /// Creates a system of zeros with room for the given pairs of unknowns.
  init(size: Int, links: some Sequence<(Int, Int)>) {
    self.size = size
    first = Array(0..<size)
    for (one, two) in links {
      let (low, high) = (min(one, two), max(one, two))
      first[high] = min(first[high], low)
    }
    base = []
    base.reserveCapacity(size)
    var next = 0
    for row in 0..<size {
      base.append(next - first[row])
      next += row - first[row] + 1
    }
    values = Array(repeating: 0, count: next)
  }

  /// Adds a conductance between two unknowns.
  mutating func add(_ conductance: Double, between one: Int, _ two: Int) {
    values[base[one] + one] += conductance
    values[base[two] + two] += conductance
    values[base[max(one, two)] + min(one, two)] -= conductance
  }

  /// Adds a conductance from an unknown to a fixed potential.
  mutating func add(_ conductance: Double, to one: Int) {
    values[base[one] + one] += conductance
  }

  /// Replaces the matrix by its Cholesky factor.
  ///
  /// An unknown that nothing fixes, because rounding cut it off, gets the potential zero.
  mutating func factor() {
    let (size, first, base) = (size, first, base)
    values.withUnsafeMutableBufferPointer { values in
      for row in 0..<size {
        let start = first[row]
        for column in start..<row {
          let from = max(start, first[column])
          var sum = values[base[row] + column]
          for k in from..<column { sum -= values[base[row] + k] * values[base[column] + k] }
          values[base[row] + column] = sum / values[base[column] + column]
        }
        var diagonal = values[base[row] + row]
        let scale = diagonal
        for k in start..<row { diagonal -= values[base[row] + k] * values[base[row] + k] }
        values[base[row] + row] = diagonal > 1e-12 * scale ? diagonal.squareRoot() : 1e150
      }
    }
  }

  /// Replaces a right side by the solution.
  mutating func solve(_ right: inout [Double]) {
    for row in 0..<size {
      var sum = right[row]
      for k in first[row]..<row { sum -= values[base[row] + k] * right[k] }
      right[row] = sum / values[base[row] + row]
    }
    for row in (0..<size).reversed() {
      right[row] /= values[base[row] + row]
      for k in first[row]..<row { right[k] -= values[base[row] + k] * right[row] }
    }
  }
}
