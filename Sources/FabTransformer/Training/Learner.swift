public import FabTasks
public import FabTensor

/// A network with its parameters and the task that it learns.
public protocol Learner {
  /// What the network is and what it learns, by key: what a checkpoint must agree with to be taken.
  var identity: [String: String] { get }
  /// The parameters.
  var parameters: ParameterSet<Float> { get }
  /// The normalisations, in the order in which data meets them.
  var normalizations: [Normalization<Float>] { get }

  /// The function between feed-forward layers.
  var activation: Activation { get }

  /// Makes the same network with parameters of its own.
  func copy() -> Self

  /// Makes the network as it's programmed into hardware: batch normalisations folded into the weights around them.
  ///
  /// - Returns: The network with parameters of its own; their normalisations are set to do nothing, so that a checkpoint of
  ///   them is one of the whole network.
  /// - Throws: ``TrainingError/tensor(_:)`` for normalisations that can't be folded.
  func deployed() throws(TrainingError) -> Self

  /// Computes the loss of samples.
  ///
  /// - Parameters:
  ///   - split: The part of the data set.
  ///   - samples: Which samples of it.
  ///   - tape: The tape.
  /// - Returns: The mean loss.
  /// - Throws: `TensorError`.
  func loss(
    _ split: DataSplit,
    _ samples: Range<Int>,
    on tape: Tape<Float>
  ) throws(TensorError) -> Variable

  /// Counts what the network does right.
  ///
  /// - Parameters:
  ///   - split: The part of the data set.
  ///   - samples: Which samples of it.
  ///   - tape: The tape; its execution says whether operators are ideal.
  /// - Returns: The counts, by the kind of sample.
  /// - Throws: ``TrainingError/emptyDataset``, or ``TrainingError/tensor(_:)``.
  func evaluate(
    _ split: DataSplit,
    _ samples: Range<Int>,
    on tape: Tape<Float>
  ) throws(TrainingError) -> Evaluation
}
