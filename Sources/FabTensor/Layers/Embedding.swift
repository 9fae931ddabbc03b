import FabNumerics

/// A table of vectors by number.
public struct Embedding<Scalar: TensorScalar>: Hashable, Sendable {
  /// The name.
  public let name: String
  /// The vectors, `[count, channels]`, named `name.weight`.
  public let table: Parameter

  /// Makes the table, normal with deviation 0.02.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - count: The number of vectors.
  ///   - channels: The numbers of a vector.
  ///   - deviation: The standard deviation of the numbers at the start.
  ///   - parameters: Where the table goes.
  ///   - random: What numbers are drawn from.
  public init(
    _ name: String,
    count: Int,
    channels: Int,
    deviation: Double = 0.02,
    in parameters: ParameterSet<Scalar>,
    random: inout some RandomNumberGenerator
  ) {
    self.name = name
    table = parameters.add(
      "\(name).weight",
      Tensor([count, channels]) { _ in Scalar(deviation * random.normalDeviate()) },
      kind: .offset
    )
  }

  /// Returns vectors by number.
  ///
  /// - Parameters:
  ///   - indices: The numbers, from 0.
  ///   - shape: The extents of the indices; nil for one.
  ///   - tape: The tape.
  /// - Returns: The vectors, `[shape..., channels]`.
  /// - Throws: ``TensorError/indexOutOfRange(what:position:found:count:)``.
  public func callAsFunction(
    _ indices: [Int],
    shape: Shape? = nil,
    on tape: Tape<Scalar>
  ) throws(TensorError) -> Variable {
    try tape.rows(of: tape.variable(table), indices, shape: shape)
  }

  /// Returns the whole table.
  public func all(on tape: Tape<Scalar>) -> Variable { tape.variable(table) }
}
