import FabOperators

/// The energy of a network from counted operations, on a GPU, an accelerator of memristive products, and PCUs.
///
/// > Source: The paper's Note S4, which gives the three figures, wasn't available. The structure and the estimates are ours,
/// > chosen so that one plausible configuration gives them; a figure that agrees isn't a reproduction.
public struct EnergyModel: Hashable, Sendable {
  /// What is counted.
  public let counts: OperationCounts
  /// What one costs.
  public let parameters: EnergyParameters

  /// The paper's figures for a block, in joule.
  ///
  /// > Source: Adv. Sci. 2025, 12(33), e04706, section 2.5.
  public static let paperGPU = 5.37e-3
  /// See ``paperGPU``.
  public static let paperAccelerator = 0.32e-3
  /// See ``paperGPU``.
  public static let paperPCU = 0.09e-3

  /// Creates a model.
  public init(_ counts: OperationCounts, parameters: EnergyParameters) {
    self.counts = counts
    self.parameters = parameters
  }

  /// Floating-point operations at the GPU's peak: a product and its sum are two.
  public var gpu: EnergyPlatform {
    EnergyPlatform(
      name: "GPU",
      terms: [
        EnergyTerm(
          "floating-point operations",
          count: 2 * (counts.staticMacs + counts.dynamicMacs),
          joulesEach: parameters[.gpuPower] / parameters[.gpuRate]
        )
      ],
      paperJoules: Self.paperGPU
    )
  }

  /// Static products in memristors between converters, all else digital.
  public var accelerator: EnergyPlatform {
    let rows = max(1, Int(parameters[.acceleratorRows]))
    return EnergyPlatform(
      name: "memristive MAC",
      terms: [
        EnergyTerm(
          "static products",
          count: counts.staticMacs,
          joulesEach: parameters[.acceleratorMac]
        ),
        EnergyTerm(
          "conversions to digital",
          count: counts.outputConversions(tileRows: rows),
          joulesEach: parameters[.acceleratorADC] + parameters[.acceleratorBuffer]
        ),
        EnergyTerm(
          "conversions to analog",
          count: counts.inputConversions(tileRows: rows),
          joulesEach: parameters[.acceleratorDAC]
        ),
        EnergyTerm(
          "dynamic products",
          count: counts.dynamicMacs,
          joulesEach: parameters[.digitalMac]
        ),
        EnergyTerm(
          "softmax terms",
          count: counts.softmaxTerms,
          joulesEach: parameters[.digitalExponential]
        ),
        EnergyTerm(
          "activations",
          count: counts.allActivations,
          joulesEach: parameters[.digitalActivation]
        ),
        EnergyTerm(
          "normalised elements",
          count: counts.normalizedElements,
          joulesEach: parameters[.digitalNormalization]
        ),
      ],
      paperJoules: Self.paperAccelerator
    )
  }

  /// Everything in PCUs; conversions at the edges of the network only, and told beside the sum.
  public var pcu: EnergyPlatform {
    let unit =
      (parameters[.operatorCurrent] * parameters[.operatorVoltage] + parameters[.amplifierPower])
      * parameters[.operatorSettling]
    return EnergyPlatform(
      name: "PCU",
      terms: [
        EnergyTerm("static products", count: counts.staticMacs, joulesEach: productJoules),
        dynamicProducts,
        EnergyTerm(
          "softmax terms",
          count: counts.softmaxTerms,
          joulesEach: parameters[.softmaxPCUs] * unit
        ),
        EnergyTerm(
          "activations",
          count: activationPCUs,
          joulesEach: unit
        ),
        EnergyTerm(
          "normalised elements",
          count: counts.normalizedElements,
          joulesEach: parameters[.normalizationPCUs] * unit
        ),
      ],
      besides: [
        EnergyTerm(
          "conversions at the edges",
          count: counts.edgeValues,
          joulesEach: parameters[.edgeConversion]
        )
      ],
      paperJoules: Self.paperPCU
    )
  }

  /// A product in a PCU, without amplifiers.
  private var productJoules: Double {
    parameters[.macCurrent] * parameters[.macVoltage] * parameters[.macSettling]
  }

  private var dynamicProducts: EnergyTerm {
    EnergyTerm(
      "dynamic products",
      count: counts.dynamicMacs,
      joulesEach: productJoules + parameters[.amplifierPower] * parameters[.operatorSettling]
    )
  }

  /// Units of activations: of GELU a sigmoid and a multiplier each.
  var activationPCUs: Int {
    counts.activations.reduce(0) { sum, entry in
      sum + entry.value * entry.key.operatorName.modes.count
    }
  }

  /// What a dynamic product may cost at most, so that the whole costs no more than the paper's figure; in joule.
  ///
  /// It is negative where the rest costs more than that already, and `nil` without dynamic products.
  public var dynamicProductBudget: Double? {
    guard counts.dynamicMacs > 0 else { return nil }
    let rest = pcu.joules - dynamicProducts.joules
    return (Self.paperPCU - rest) / Double(counts.dynamicMacs)
  }
}

extension ActivationFunction {
  /// The operator of PCUs that evaluates it; softplus stands for ReLU.
  var operatorName: OperatorName {
    switch self {
    case .relu, .softplus: .softplus
    case .sigmoid: .sigmoid
    case .gelu: .gelu
    }
  }
}
