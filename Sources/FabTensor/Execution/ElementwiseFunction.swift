/// A function of numbers that stands for an ideal one: values forwards, derivatives backwards.
public struct ElementwiseFunction<Scalar: TensorScalar>: Sendable {
  /// Writes the values.
  public var forward: BulkFunction<Scalar>
  /// Writes the derivatives at the inputs; nil for 1.
  public var slope: BulkFunction<Scalar>?

  /// Creates a function.
  ///
  /// - Parameters:
  ///   - forward: Writes the values.
  ///   - slope: Writes the derivatives; nil for 1, the gradient passing straight through.
  public init(forward: @escaping BulkFunction<Scalar>, slope: BulkFunction<Scalar>? = nil) {
    self.forward = forward
    self.slope = slope
  }

  /// Creates a function with values of its own and the slope of an ideal activation.
  ///
  /// - Parameters:
  ///   - activation: The activation that is meant.
  ///   - range: The inputs that the function tells apart; its slope is 0 outside. Nil for all.
  ///   - forward: Writes the values.
  public init(
    like activation: Activation,
    within range: ClosedRange<Scalar>? = nil,
    forward: @escaping BulkFunction<Scalar>
  ) {
    self.init(forward: forward) { input, slope, _ in
      activation.differentiate(input, into: slope)
      guard let range else { return }
      for index in input.indices
      where input[index] < range.lowerBound || input[index] > range.upperBound {
        slope[index] = 0
      }
    }
  }
}
