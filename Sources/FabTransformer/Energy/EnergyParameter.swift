/// What the energy model is computed from; each has a value with a source.
public enum EnergyParameter: String, Hashable, Sendable, CaseIterable, Codable {
  /// Power of the GPU.
  case gpuPower
  /// Floating-point operations that it does in a second.
  case gpuRate

  /// Rows of a tile of the accelerator of memristive products.
  case acceleratorRows
  /// A product in it.
  case acceleratorMac
  /// A conversion to digital.
  case acceleratorADC
  /// A conversion to analog.
  case acceleratorDAC
  /// Buffering of a converted number.
  case acceleratorBuffer
  /// A digital product.
  case digitalMac
  /// A digital exponential.
  case digitalExponential
  /// A digital activation.
  case digitalActivation
  /// Digital normalisation of an element.
  case digitalNormalization

  /// Current through a cell that multiplies.
  case macCurrent
  /// Voltage across it.
  case macVoltage
  /// Time that it takes.
  case macSettling
  /// Current through a unit of an operator.
  case operatorCurrent
  /// Voltage across it.
  case operatorVoltage
  /// Time that it takes.
  case operatorSettling
  /// Units that a term of a softmax takes.
  case softmaxPCUs
  /// Units that a normalised element takes.
  case normalizationPCUs
  /// Power of the amplifiers of an operator's unit.
  case amplifierPower
  /// A conversion at the edge of the block.
  case edgeConversion

  /// Pulses until a memristor holds its weight.
  case programmingPulses
  /// Voltage of such a pulse.
  case programmingVoltage
  /// Conductance of a memristor that is programmed.
  case programmingConductance
  /// Width of such a pulse.
  case programmingPulse

  /// What kind of number it is.
  enum Kind {
    case energy
    case power
    case current
    case voltage
    case conductance
    case time
    /// A plain number, whole where it counts something.
    case number
  }

  var kind: Kind {
    switch self {
    case .gpuPower, .amplifierPower: .power
    case .gpuRate, .acceleratorRows, .softmaxPCUs, .normalizationPCUs, .programmingPulses: .number
    case .acceleratorMac, .acceleratorADC, .acceleratorDAC, .acceleratorBuffer, .digitalMac,
      .digitalExponential, .digitalActivation, .digitalNormalization, .edgeConversion:
      .energy
    case .macCurrent, .operatorCurrent: .current
    case .macVoltage, .operatorVoltage, .programmingVoltage: .voltage
    case .programmingConductance: .conductance
    case .macSettling, .operatorSettling, .programmingPulse: .time
    }
  }

  /// The SI unit, for tables; empty for plain numbers.
  public var unit: String {
    switch kind {
    case .energy: "J"
    case .power: "W"
    case .current: "A"
    case .voltage: "V"
    case .conductance: "S"
    case .time: "s"
    case .number: ""
    }
  }

  /// Whether zero makes sense: what isn't there costs nothing.
  var mayBeZero: Bool {
    switch self {
    case .gpuRate, .acceleratorRows: false
    default: true
    }
  }

  /// Whether the energy of a platform of PCUs hangs on it.
  public var isOfPCUs: Bool {
    switch self {
    case .macCurrent, .macVoltage, .macSettling, .operatorCurrent, .operatorVoltage,
      .operatorSettling, .softmaxPCUs, .normalizationPCUs, .amplifierPower:
      true
    default: false
    }
  }
}
