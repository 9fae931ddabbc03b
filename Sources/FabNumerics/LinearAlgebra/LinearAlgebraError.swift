/// What keeps a linear problem from having a solution.
public enum LinearAlgebraError: Error, Hashable, Sendable {
  /// The matrix isn't positive definite: the pivot of a row is zero or negative.
  case notPositiveDefinite(row: Int, pivot: Double)
  /// An element is NaN or infinite.
  case notFinite(row: Int, column: Int)
}
