/// How the computing units of one operator hang together.
public enum OperatorSeating: String, Hashable, Sendable, CaseIterable {
  /// No two share a word line or a bit line: each is a two-terminal branch of its own.
  case independent
  /// All share one bit line, each with a word line of its own.
  case column
}

extension OperatorName {
  /// How the operator's units hang together where the layout allows it.
  public var seating: OperatorSeating {
    switch self {
    case .vmm, .vmmSelector, .vmmSelectorAmplitude, .add, .softmaxTailCurrent: .column
    case .divider, .multiplier, .dynamicMultiply, .exponential, .scale, .batchNorm, .softmax,
      .softmaxComposed, .softplus, .sigmoid, .gelu:
      .independent
    }
  }
}
