/// A dense square matrix of modest size, row-major.
public struct SquareMatrix: Hashable, Sendable {
  /// The number of rows and of columns.
  public let size: Int
  /// The elements; shape `[row, column]`, row-major.
  public private(set) var elements: [Double]

  /// Creates a matrix of zeros.
  ///
  /// - Precondition: `size` isn't negative.
  public init(size: Int) {
    precondition(size >= 0, "a matrix has no negative size, found \(size)")
    self.size = size
    elements = Array(repeating: 0, count: size * size)
  }

  /// Creates a matrix from a function of row and column.
  public init(size: Int, element: (_ row: Int, _ column: Int) -> Double) {
    self.init(size: size)
    for row in 0..<size {
      for column in 0..<size { elements[row * size + column] = element(row, column) }
    }
  }

  /// The element of a row and a column.
  public subscript(row: Int, column: Int) -> Double {
    get { elements[row * size + column] }
    set { elements[row * size + column] = newValue }
  }
}
