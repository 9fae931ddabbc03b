public import FabOperators

/// What of the hardware is taken into account.
public struct HardwareSettings: Hashable, Sendable {
  /// How far it goes.
  public enum Depth: String, Hashable, Sendable, CaseIterable {
    /// The mean unit everywhere; weights as wanted but for what all cells have in common; no reading scatters.
    case mean
    /// Units that differ, weights that err, readings that scatter.
    case spread
  }

  /// How far it goes.
  public var depth: Depth
  /// The operators that hardware does; the others are ideal.
  public var operators: Set<HardwareOperator>
  /// How programmed weights err.
  public var weightNoise: WeightNoise
  /// What is done with inputs outside a domain; `nil` for what the codebook says.
  ///
  /// Products keep the gain of the domain's end in any case.
  public var policy: DomainPolicy?
  /// The softmax circuit.
  public var softmax: OperatorName
  /// How units are drawn from the codebook.
  public var draw: UnitDraw

  /// Creates settings.
  ///
  /// - Parameters:
  ///   - depth: How far it goes.
  ///   - operators: The operators that hardware does.
  ///   - weightNoise: How programmed weights err.
  ///   - policy: What is done with inputs outside a domain; `nil` for what the codebook says.
  ///   - softmax: The softmax circuit.
  ///   - draw: How units are drawn from the codebook.
  public init(
    _ depth: Depth = .spread,
    operators: Set<HardwareOperator> = Set(HardwareOperator.allCases),
    weightNoise: WeightNoise = .normal(deviation: WeightNoise.publishedDeviation, of: .maximum),
    policy: DomainPolicy? = nil,
    softmax: OperatorName = .softmax,
    draw: UnitDraw = .simulated
  ) {
    self.depth = depth
    self.operators = operators
    self.weightNoise = weightNoise
    self.policy = policy
    self.softmax = softmax
    self.draw = draw
  }
}
