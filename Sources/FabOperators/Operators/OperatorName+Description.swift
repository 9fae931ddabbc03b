extension OperatorName {
  /// The ideal function, in a line.
  public var function: String {
    switch self {
    case .divider: "Iz = Iref Ix / Iy"
    case .multiplier: "Iz = Ix Iy / Iref"
    case .vmm, .vmmSelector, .vmmSelectorAmplitude: "y = sum of w_i x_i"
    case .dynamicMultiply: "y = sum of a_i b_i"
    case .exponential: "y = exp(x)"
    case .scale: "y = s x, s = 1 / sqrt(32)"
    case .add: "y = x1 + x2"
    case .batchNorm: "y = a x + b"
    case .softmax, .softmaxComposed, .softmaxTailCurrent: "p_i = exp(x_i) / sum of exp(x_k)"
    case .softplus: "I = A ln(1 + exp(K (V - V0)))"
    case .sigmoid: "I = A (2 sigmoid(K (V - V0)) - 1) + B"
    case .gelu: "y = x Phi(x), as x sigmoid(1.702 x)"
    }
  }

  /// The inputs and their ranges, in words.
  public var inputs: String {
    let operands = LogDomain.operandRange
    let microamperes = "\(1e6 * operands.lowerBound)...\(1e6 * operands.upperBound) µA"
    let weights = "\(SynapseColumn.smallestWeight)...1"
    switch self {
    case .divider: return "Ix, Iy \(microamperes); Iref \(1e6 * operands.lowerBound) µA"
    case .multiplier: return "Ix, Iy \(microamperes); Iref \(1e6 * operands.upperBound) µA"
    case .vmm: return "w \(weights), x 0...1 of \(1e3 * SynapseColumn.unitVoltage) mV"
    case .vmmSelector:
      return "w \(weights), x 0...1 as width of pulses of \(SelectorProduct.pulseVoltage) V"
    case .vmmSelectorAmplitude:
      let (base, span) = (SelectorProduct.baseVoltage, SelectorProduct.spanVoltage)
      return "w \(weights), x 0...1 as amplitudes of \(base)...\(base + span) V"
    case .dynamicMultiply: return "|a|, |b| 0.1...1, either sign"
    case .exponential: return "x ±\(ExponentialOperator().range)"
    case .scale, .add: return "x ±1"
    case .batchNorm: return "x ±1, |a|, |b| up to 0.9"
    case .softmax, .softmaxComposed, .softmaxTailCurrent:
      return "\(SoftmaxInputs.channels) channels, x ±\(SoftmaxInputs.range)"
    case .softplus: return "V 0...\(SoftplusOperator.largestVoltage) V"
    case .sigmoid: return "V ±\(SigmoidOperator.largestVoltage) V"
    case .gelu: return "x ±\(GELUOperator.range)"
    }
  }

  /// The outputs and their largest magnitude, in words.
  public var outputs: String {
    let largest = operation.fullScale
    switch self {
    case .divider, .multiplier: return "Iz up to \(1e6 * largest) µA"
    case .softplus, .sigmoid: return "I, as a share of its largest"
    case .vmm, .vmmSelector, .vmmSelectorAmplitude, .dynamicMultiply, .exponential, .scale, .add,
      .batchNorm, .gelu:
      return "|y| up to \((100 * largest).rounded() / 100)"
    case .softmax, .softmaxComposed, .softmaxTailCurrent: return "p up to 1"
    }
  }
}
