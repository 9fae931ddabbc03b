/// The normalisation of a layer's inputs or results.
public enum Normalization<Scalar: TensorScalar>: Hashable, Sendable {
  /// The kinds, without parameters.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Layer normalisation.
    case layer
    /// Batch normalisation.
    case batch
    /// Batch normalisation with a path around it.
    case repBatch
    /// The passage from layer to batch normalisation.
    case progressive
  }

  /// No normalisation, as after folding.
  case none
  /// Layer normalisation.
  case layer(LayerNorm<Scalar>)
  /// Batch normalisation.
  case batch(BatchNorm<Scalar>)
  /// Batch normalisation with a path around it.
  case repBatch(RepBatchNorm<Scalar>)
  /// The passage from layer to batch normalisation.
  case progressive(ProgressiveNorm<Scalar>)

  /// Makes the parameters of a kind.
  ///
  /// - Parameters:
  ///   - kind: The kind.
  ///   - name: The name.
  ///   - channels: The channels.
  ///   - parameters: Where the parameters go.
  public init(
    _ kind: Kind,
    _ name: String,
    channels: Int,
    in parameters: ParameterSet<Scalar>
  ) {
    switch kind {
    case .layer: self = .layer(LayerNorm(name, channels: channels, in: parameters))
    case .batch: self = .batch(BatchNorm(name, channels: channels, in: parameters))
    case .repBatch: self = .repBatch(RepBatchNorm(name, channels: channels, in: parameters))
    case .progressive:
      self = .progressive(ProgressiveNorm(name, channels: channels, in: parameters))
    }
  }

  /// Applies the normalisation to `[..., channels]`.
  ///
  /// - Parameters:
  ///   - x: The rows.
  ///   - tape: The tape.
  /// - Returns: The results.
  /// - Throws: ``TensorError/constantChannel(layer:channel:rows:value:)``.
  public func callAsFunction(
    _ x: Variable,
    on tape: Tape<Scalar>
  ) throws(TensorError) -> Variable {
    switch self {
    case .none: return x
    case .layer(let norm): return norm(x, on: tape)
    case .batch(let norm): return try norm(x, on: tape)
    case .repBatch(let norm): return try norm(x, on: tape)
    case .progressive(let norm): return try norm(x, on: tape)
    }
  }

  /// The running statistics; nil where there are none.
  public var running: RunningStatistics<Scalar>? {
    switch self {
    case .none, .layer: nil
    case .batch(let norm): norm.running
    case .repBatch(let norm): norm.batchNorm.running
    case .progressive(let norm): norm.repBatchNorm.batchNorm.running
    }
  }

  /// Returns what the normalisation does to each channel in inference, at lambda 0; nil for layer normalisation.
  public func channelMap(in parameters: ParameterSet<Scalar>) -> ChannelMap<Scalar>? {
    switch self {
    case .none, .layer: nil
    case .batch(let norm): norm.channelMap(in: parameters)
    case .repBatch(let norm): norm.channelMap(in: parameters)
    case .progressive(let norm): norm.repBatchNorm.channelMap(in: parameters)
    }
  }

  /// Sets a batch normalisation to give its inputs in inference, at lambda 0, as after folding; others stay.
  ///
  /// - Parameter parameters: The set that holds its parameters.
  public func setIdentity(in parameters: ParameterSet<Scalar>) {
    switch self {
    case .none, .layer: return
    case .batch(let norm): norm.setIdentity(in: parameters)
    case .repBatch(let norm): norm.setIdentity(in: parameters)
    case .progressive(let norm): norm.repBatchNorm.setIdentity(in: parameters)
    }
  }
}
