import CSuiteSparse

/// The LU factors of a sparse matrix whose pattern stays: analysed once, factored as often as its values change.
///
/// Every later factorisation re-uses the pivots of the first one. Pivots that suit old values may be bad for
/// new ones: whoever solves checks the backward error and calls ``factorAnew(_:)`` where it is too large.
///
/// > Source: T. A. Davis, E. Palamadai Natarajan, *Algorithm 907: KLU*, ACM Trans. Math. Softw. 37(3), 36
/// > (2010), doi 10.1145/1824801.1824814.
final class SparseFactor {
  /// Whether factors are there.
  enum Status: Equatable {
    /// They are.
    case factored
    /// The matrix is singular: no pivot was found in a column.
    case singular(column: Int)
    /// KLU gave up: too little memory or too many entries.
    case failed(code: Int)
  }

  /// The number of rows.
  let size: Int
  private var columnStarts: [Int32]
  private var rows: [Int32]
  private var common = klu_common()
  private var symbolic: UnsafeMutablePointer<klu_symbolic>?
  private var numeric: UnsafeMutablePointer<klu_numeric>?

  /// Analyses a pattern.
  ///
  /// - Parameters:
  ///   - columnStarts: Where the entries of each column begin, and the number of all; shape `[size + 1]`.
  ///   - rows: The row of each entry, ascending within a column, none twice.
  init(columnStarts: [Int32], rows: [Int32]) {
    size = columnStarts.count - 1
    self.columnStarts = columnStarts
    self.rows = rows
    klu_defaults(&common)
    // A pattern without full rank is analysed all the same: the factorisation then names the column.
    common.halt_if_singular = 0
    symbolic = klu_analyze(Int32(size), &self.columnStarts, &self.rows, &common)
    common.halt_if_singular = 1
  }

  deinit {
    klu_free_numeric(&numeric, &common)
    klu_free_symbolic(&symbolic, &common)
  }

  /// Factors new values with the pivots of the last full factorisation, where there is one.
  func factor(_ values: inout [Double]) -> Status {
    guard let symbolic, let numeric else { return factorAnew(&values) }
    klu_refactor(&columnStarts, &rows, &values, symbolic, numeric, &common)
    return common.status == KLU_OK ? .factored : factorAnew(&values)
  }

  /// Factors values with pivots that suit them.
  func factorAnew(_ values: inout [Double]) -> Status {
    guard let symbolic else { return .failed(code: Int(common.status)) }
    klu_free_numeric(&numeric, &common)
    numeric = klu_factor(&columnStarts, &rows, &values, symbolic, &common)
    if common.status == KLU_SINGULAR {
      // The object may be there in part: without it the next call factors anew.
      klu_free_numeric(&numeric, &common)
      return .singular(column: min(max(0, Int(common.singular_col)), size - 1))
    }
    return common.status == KLU_OK ? .factored : .failed(code: Int(common.status))
  }

  /// Replaces a right side by the solution; it may be longer than the matrix, the rest stays.
  ///
  /// - Precondition: The last factorisation succeeded.
  func solve(_ right: inout [Double]) {
    precondition(numeric != nil && right.count >= size, "solving needs factors and a right side")
    klu_solve(symbolic, numeric, Int32(size), 1, &right, &common)
  }

  /// Returns how far a solution is from solving `A x = b`: the greatest `|A x - b|` over `|A| |x| + |b|` of a row.
  func backwardError(
    of solution: [Double],
    values: [Double],
    right: [Double],
    scratch: inout [Double],
    scales: inout [Double]
  ) -> Double {
    for row in 0..<size {
      scratch[row] = -right[row]
      scales[row] = abs(right[row])
    }
    for column in 0..<size {
      let x = solution[column]
      for entry in Int(columnStarts[column])..<Int(columnStarts[column + 1]) {
        let product = values[entry] * x
        scratch[Int(rows[entry])] += product
        scales[Int(rows[entry])] += abs(product)
      }
    }
    var worst = 0.0
    for row in 0..<size where scales[row] > 0 {
      worst = max(worst, abs(scratch[row]) / scales[row])
    }
    return worst
  }
}
