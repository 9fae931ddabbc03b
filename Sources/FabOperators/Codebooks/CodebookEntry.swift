/// What a codebook holds of one operator.
public struct CodebookEntry: Hashable, Sendable {
  /// What units do, by the kind of the operator.
  public enum Content: Hashable, Sendable {
    /// A function of one number.
    case curve(ResponseCurve)
    /// The gain of a product or quotient over two operands.
    case surface(GainSurface)
    /// Whole units of a softmax circuit.
    case softmax(SoftmaxUnits)
    /// The errors of programmed weights.
    case weights(WeightErrors)

    /// The kind as files name it.
    public var kind: String {
      switch self {
      case .curve: "curve"
      case .surface: "surface"
      case .softmax: "softmax"
      case .weights: "weights"
      }
    }
  }

  /// The operator.
  public let operation: OperatorName
  /// What units do.
  public let content: Content
  /// How far units are from the ideal function; `nil` where that wasn't found out.
  public let metric: CodebookMetric?
  /// The number of units that were simulated or measured, those that don't work included.
  public let unitCount: Int
  /// The number of units that don't work.
  public let failedUnitCount: Int
  /// The sites of the units' placements, which units take turns on; empty without a layout.
  public let placements: [[String]]
  /// What to do with inputs outside the domain, unless a caller says otherwise.
  public let policy: DomainPolicy

  /// Creates an entry.
  public init(
    operation: OperatorName,
    content: Content,
    metric: CodebookMetric?,
    unitCount: Int,
    failedUnitCount: Int = 0,
    placements: [[String]] = [],
    policy: DomainPolicy = .clamp
  ) {
    self.operation = operation
    self.content = content
    self.metric = metric
    self.unitCount = unitCount
    self.failedUnitCount = failedUnitCount
    self.placements = placements
    self.policy = policy
  }
}
