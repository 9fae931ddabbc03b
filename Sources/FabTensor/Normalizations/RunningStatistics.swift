/// The running mean and variance of the channels of a batch normalisation.
public struct RunningStatistics<Scalar: TensorScalar>: Hashable, Sendable {
  /// The running means, `[channels]`.
  public let mean: Parameter
  /// The running variances, `[channels]`, of `rows - 1`.
  public let variance: Parameter
  /// The number of passes since the last reset, `[1]`.
  public let passes: Parameter
  /// The share of a batch in the running statistics.
  public let momentum: Scalar
  /// What is added to the variance.
  public let epsilon: Scalar

  /// Forgets the passes: in recalibration, the next one sets the statistics.
  public func reset(in parameters: ParameterSet<Scalar>) {
    parameters.valuePointer(passes)[0] = 0
  }

  /// Moves the statistics towards those of a batch.
  func move(
    in parameters: ParameterSet<Scalar>,
    _ means: UnsafePointer<Scalar>,
    _ variances: UnsafePointer<Scalar>,
    rows: Int,
    mode: ForwardMode
  ) {
    let count = parameters.valuePointer(passes)
    count[0] += 1
    let share = mode == .recalibration ? 1 / count[0] : momentum
    let unbiased = Scalar(rows) / Scalar(max(rows - 1, 1))
    let (mean, variance) = (parameters.valuePointer(mean), parameters.valuePointer(variance))
    for channel in 0..<self.mean.shape.count {
      mean[channel] += share * (means[channel] - mean[channel])
      variance[channel] += share * (variances[channel] * unbiased - variance[channel])
    }
  }
}
