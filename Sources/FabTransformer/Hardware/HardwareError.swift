public import FabCircuit
public import FabOperators
public import FabTensor

/// What keeps a network from running on hardware.
public enum HardwareError: Error, Hashable, Sendable {
  /// The codebook lacks something, or a circuit doesn't do its part.
  case codebook(CodebookError)
  /// PCUs have no such activation.
  case noOperator(activation: Activation)
  /// The network has no layer of that name.
  case unknownLayer(name: String, known: [String])
  /// Devices that circuits are solved for can't be had.
  case operators(OperatorError)
  /// A crossbar can't be solved.
  case crossbar(CrossbarError)
  /// The codebook isn't one of bench units, whose circuits could be had again from its seed.
  case noCircuits(source: CodebookIdentity.Source)
  /// The network can't be evaluated.
  case training(TrainingError)
}
