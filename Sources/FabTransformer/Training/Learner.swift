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
