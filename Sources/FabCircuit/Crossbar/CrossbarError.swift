/// What keeps a crossbar from being solved.
public enum CrossbarError: Error, Hashable, Sendable {
  /// An array without rows or without columns.
  case empty(rows: Int, columns: Int)
  /// A list has the wrong number of elements.
  case countMismatch(quantity: CrossbarQuantity, found: Int, expected: Int)
  /// A value is NaN, infinite, or has a sign that makes no sense; `index` counts row-major.
  case outOfRange(quantity: CrossbarQuantity, index: Int, found: Double)
  /// The iteration ended before the tolerance was met; the place has the largest residual, which is relative.
  case notConverged(row: Int, column: Int, residual: Double, iterations: Int)
}
