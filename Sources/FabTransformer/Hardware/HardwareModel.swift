public import FabOperators
public import FabTensor

/// A network on hardware, apart from the die: which operator of the codebook does what in which layer.
public struct HardwareModel: Hashable, Sendable {
  /// The codebook.
  public let codebook: Codebook
  /// What is taken into account.
  public let settings: HardwareSettings
  /// The attentions with their ranges.
  public let attentions: [String: AttentionRange]

  /// The functions of all multipliers; `nil` where products are ideal.
  let factors: GainFactors?
  /// The units of softmax circuits; `nil` where the softmax is ideal.
  let softmax: SoftmaxUnits?
  /// The errors of weights and readings; `nil` where weights are ideal.
  let weights: WeightErrors?
  /// The curves by activation.
  let curves: [Activation: ResponseCurve]
  /// What is done with inputs outside the domain, by operator.
  let policies: [OperatorName: DomainPolicy]

  /// The activations that PCUs have, and their operators.
  static let activations: [(activation: Activation, operation: OperatorName)] = [
    (.softplus, .softplus), (.sigmoid, .sigmoid), (.gelu, .gelu),
  ]

  /// Finds the operators.
  ///
  /// - Parameters:
  ///   - codebook: The codebook.
  ///   - settings: What is taken into account.
  ///   - ranges: How large operands get.
  ///   - activation: The network's activation.
  /// - Throws: ``HardwareError/codebook(_:)`` where the codebook lacks an operator, ``HardwareError/noOperator(activation:)``.
  public init(
    _ codebook: Codebook,
    _ settings: HardwareSettings,
    ranges: OperandRanges,
    activation: Activation
  ) throws(HardwareError) {
    self.codebook = codebook
    self.settings = settings
    attentions = ranges.attentions
    var policies: [OperatorName: DomainPolicy] = [:]
    for entry in codebook.entries {
      policies[entry.operation] = settings.policy ?? entry.policy
    }
    self.policies = policies
    factors =
      settings.operators.contains(.products)
      ? GainFactors(
        try Self.entry { () throws(CodebookError) in try codebook.surface(.multiplier) }
      )
      : nil
    softmax =
      settings.operators.contains(.softmax)
      ? try Self.entry { () throws(CodebookError) in try codebook.softmax(settings.softmax) } : nil
    weights =
      settings.operators.contains(.weights)
      ? try Self.entry { () throws(CodebookError) in try codebook.weights() } : nil
    var curves: [Activation: ResponseCurve] = [:]
    if settings.operators.contains(.activation) {
      guard let known = Self.activations.first(where: { $0.activation == activation }) else {
        throw .noOperator(activation: activation)
      }
      curves[activation] = try Self.entry { () throws(CodebookError) in
        try codebook.curve(known.operation)
      }
    }
    self.curves = curves
  }

  /// The layers with attention, whose circuits can be solved, in the order of their names.
  public var layers: [String] {
    Set(attentions.keys.compactMap { name in name.lastIndex(of: ".").map { String(name[..<$0]) } })
      .sorted()
  }

  /// The operator of an activation.
  static func operation(of activation: Activation) -> OperatorName? {
    activations.first { $0.activation == activation }?.operation
  }

  private static func entry<Content>(
    _ find: () throws(CodebookError) -> Content
  ) throws(HardwareError) -> Content {
    do throws(CodebookError) {
      return try find()
    } catch {
      throw .codebook(error)
    }
  }
}
