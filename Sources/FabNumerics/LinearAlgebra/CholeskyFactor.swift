/// The lower triangular `L` with `A = L Lᵀ` of a symmetric positive definite matrix.
public struct CholeskyFactor: Hashable, Sendable {
  private let lower: SquareMatrix

  /// Factors a symmetric positive definite matrix; only its lower triangle is read.
  ///
  /// - Throws: ``LinearAlgebraError/notPositiveDefinite(row:pivot:)``,
  ///   ``LinearAlgebraError/notFinite(row:column:)``.
  /// - Complexity: O(*size*³).
  public init(_ matrix: SquareMatrix) throws(LinearAlgebraError) {
    let size = matrix.size
    var factor = Array(repeating: 0.0, count: size * size)
    for row in 0..<size {
      for column in 0...row {
        guard matrix[row, column].isFinite else {
          throw .notFinite(row: row, column: column)
        }
        // Both rows are contiguous: the sum runs along them.
        let left = row * size
        let right = column * size
        var sum = matrix[row, column]
        for inner in 0..<column { sum -= factor[left + inner] * factor[right + inner] }
        if row == column {
          guard sum > 0 else { throw .notPositiveDefinite(row: row, pivot: sum) }
          factor[left + row] = sum.squareRoot()
        } else {
          factor[left + column] = sum / factor[right + column]
        }
      }
    }
    lower = SquareMatrix(size: size) { factor[$0 * size + $1] }
  }

  /// The number of rows.
  public var size: Int { lower.size }

  /// Returns `L z`: turns independent standard normal deviates into correlated ones.
  ///
  /// - Precondition: `vector` has ``size`` elements.
  public func multiplied(by vector: [Double]) -> [Double] {
    precondition(vector.count == size, "expected \(size) elements, found \(vector.count)")
    return (0..<size)
      .map { row in
        var sum = 0.0
        for column in 0...row { sum += lower[row, column] * vector[column] }
        return sum
      }
  }

  /// Returns the solution of `A x = b`.
  ///
  /// - Precondition: `right` has ``size`` elements.
  public func solution(for right: [Double]) -> [Double] {
    precondition(right.count == size, "expected \(size) elements, found \(right.count)")
    var x = right
    for row in 0..<size {
      for column in 0..<row { x[row] -= lower[row, column] * x[column] }
      x[row] /= lower[row, row]
    }
    for row in (0..<size).reversed() {
      for column in (row + 1)..<max(size, row + 1) { x[row] -= lower[column, row] * x[column] }
      x[row] /= lower[row, row]
    }
    return x
  }

  /// Returns the inverse of the matrix.
  public var inverse: SquareMatrix {
    let columns = (0..<size)
      .map { column in
        solution(for: (0..<size).map { $0 == column ? 1 : 0 })
      }
    return SquareMatrix(size: size) { row, column in columns[column][row] }
  }
}
