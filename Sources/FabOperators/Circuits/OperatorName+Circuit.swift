public import FabCircuit
public import FabDevices

extension OperatorName {
  /// Returns the operator's bench at a typical input, drawn as a circuit.
  ///
  /// Memristors that hold weights are at their targets, nothing is read with noise, no gain is trimmed: what is left is the
  /// circuit, which the closed forms of the studies must agree with.
  ///
  /// - Parameters:
  ///   - unit: The computing units, at least as many as the operator needs, each with lines of its own.
  ///   - biasDiode: The diode that the bench's bias voltages are made for.
  ///   - amplifier: The amplifiers of the bench.
  /// - Returns: The circuit with its outputs and what the closed forms say.
  /// - Throws: ``OperatorError``.
  public func circuit(
    of unit: OperatorUnit,
    biasDiode: DiodeParameters = .nominal,
    amplifier: OperationalAmplifier = .ideal
  ) throws(OperatorError) -> OperatorCircuit {
    guard unit.pcus.count >= modes.count else {
      throw .tooFewUnits(operator: self, needed: modes.count, found: unit.pcus.count)
    }
    let drawing = try BenchDrawing(self, unit.pcus, biasDiode: biasDiode, amplifier: amplifier)
    return switch self {
    case .multiplier, .divider: try drawing.logProduct()
    case .exponential: try drawing.exponential()
    case .vmm: try drawing.synapses(weights: [0.2, 0.5, 0.9], inputs: [0.3, 0.8, 0.6])
    case .add: try drawing.synapses(weights: [0.5, 0.5], inputs: [0.4, 0.7])
    case .scale: try drawing.synapses(weights: [1 / 32.0.squareRoot()], inputs: [0.7])
    case .batchNorm: try drawing.batchNorm()
    case .vmmSelector: try drawing.selector(volts: [0.8, 0.8, 0.8])
    case .vmmSelectorAmplitude: try drawing.selector(volts: [0.5, 0.9, 1.3])
    case .dynamicMultiply: try drawing.dynamicProduct()
    case .softmax: try drawing.sharedLogSoftmax()
    case .softmaxComposed: try drawing.composedSoftmax()
    case .softmaxTailCurrent: try drawing.tailCurrentSoftmax()
    case .softplus: try drawing.softplus()
    case .sigmoid: try drawing.sigmoid()
    case .gelu: try drawing.gelu()
    }
  }
}
