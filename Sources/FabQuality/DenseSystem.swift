/// A square system of linear equations, solved by elimination with partial pivoting.
struct DenseSystem {
  /// Returns the solution of `A x = b`; `nil` where a pivot vanishes.
  ///
  /// - Precondition: `matrix` is row-major with as many rows and columns as `right` has elements.
  static func solution(_ matrix: [Double], _ right: [Double]) -> [Double]? {
    let size = right.count
    precondition(matrix.count == size * size, "expected \(size * size), found \(matrix.count)")
    var a = matrix
    var x = right
    let largest = matrix.map(abs).max() ?? 0
    for column in 0..<size {
      var pivot = column
      for row in column..<size where abs(a[row * size + column]) > abs(a[pivot * size + column]) {
        pivot = row
      }
      guard abs(a[pivot * size + column]) > 1e-14 * largest else { return nil }
      if pivot != column {
        for index in column..<size { a.swapAt(pivot * size + index, column * size + index) }
        x.swapAt(pivot, column)
      }
      for row in (column + 1)..<max(size, column + 1) {
        let factor = a[row * size + column] / a[column * size + column]
        guard factor != 0 else { continue }
        for index in column..<size { a[row * size + index] -= factor * a[column * size + index] }
        x[row] -= factor * x[column]
      }
    }
    for row in (0..<size).reversed() {
      for index in (row + 1)..<max(size, row + 1) { x[row] -= a[row * size + index] * x[index] }
      x[row] /= a[row * size + row]
    }
    return x
  }
}
