/// What a forward pass is for; normalisations over the batch differ.
public enum ForwardMode: Hashable, Sendable {
  /// Statistics of the batch are used and move the running ones.
  case training
  /// Running statistics are used and stay.
  case inference
  /// As training, but running statistics become the plain mean over the passes since they were reset.
  case recalibration
}
