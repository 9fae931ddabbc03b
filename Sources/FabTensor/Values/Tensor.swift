/// Numbers with a shape, row-major: what goes into a tape and what comes out.
public struct Tensor<Scalar: TensorScalar>: Hashable, Sendable {
  /// The extents.
  public let shape: Shape
  /// The numbers, the last extent running fastest.
  public var values: [Scalar] {
    didSet { precondition(values.count == shape.count, "\(values.count) numbers in \(shape)") }
  }

  /// Creates a tensor of given numbers.
  ///
  /// - Parameters:
  ///   - shape: The extents.
  ///   - values: The numbers, row-major.
  /// - Precondition: There are as many numbers as the shape has elements.
  public init(_ shape: Shape, values: [Scalar]) {
    precondition(values.count == shape.count, "\(values.count) numbers for \(shape)")
    self.shape = shape
    self.values = values
  }

  /// Creates a tensor of one number everywhere.
  public init(_ shape: Shape, repeating value: Scalar = 0) {
    self.init(shape, values: Array(repeating: value, count: shape.count))
  }

  /// Creates a tensor from the position of each number.
  ///
  /// - Parameters:
  ///   - shape: The extents.
  ///   - value: Gives the number at a position of the row-major order.
  public init(_ shape: Shape, _ value: (Int) -> Scalar) {
    self.init(shape, values: (0..<shape.count).map(value))
  }
}
