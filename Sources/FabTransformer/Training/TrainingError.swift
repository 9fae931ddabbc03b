public import FabTasks
public import FabTensor

/// What keeps a network from being trained or evaluated.
public enum TrainingError: Error, Hashable, Sendable {
  /// No samples were asked for.
  case emptyDataset
  /// A setting is out of its range.
  case setting(name: String, found: String, expected: String)
  /// A checkpoint is of another network, task or run.
  case otherCheckpoint(key: String, found: String?, expected: String)
  /// A checkpoint lacks the state of the optimiser, so that its training can't go on.
  case notResumable(step: Int)
  /// The loss isn't a finite number any more.
  case diverged(step: Int)
  /// A file isn't a checkpoint that can be read.
  case unreadable(SafetensorsError)
  /// The task can't be set up.
  case task(TaskError)
  /// An operation of the network has no result.
  case tensor(TensorError)
}
