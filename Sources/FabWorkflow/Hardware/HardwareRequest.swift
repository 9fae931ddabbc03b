public import FabOperators
public import FabTransformer

/// On which hardware a network is to run.
public struct HardwareRequest: Sendable {
  /// The codebook.
  public var codebook: String
  /// The recipe that the codebook must be of; `nil` for any.
  public var recipe: String?
  /// What else the codebook must be of.
  public var use = CodebookUse()
  /// What of it may differ.
  public var allowed: Set<CodebookMismatch.Subject> = []
  /// The operators that hardware does; the others are ideal.
  public var operators = Set(HardwareOperator.allCases)
  /// How programmed weights err.
  public var weightNoise = WeightNoise.normal(
    deviation: WeightNoise.publishedDeviation,
    of: .maximum
  )
  /// What is done with inputs outside a domain; `nil` for what the codebook says.
  public var policy: DomainPolicy?
  /// The softmax circuit.
  public var softmax = OperatorName.softmax
  /// The seed of the first die; those of the others follow.
  public var firstDie: UInt64 = 1
  /// The number of dies.
  public var dieCount = 1

  /// Creates a request.
  public init(codebook: String) {
    self.codebook = codebook
  }

  /// The seeds of the dies.
  var dies: [UInt64] { (0..<UInt64(dieCount)).map { firstDie &+ $0 } }

  /// The settings of a depth.
  func settings(
    _ depth: HardwareSettings.Depth,
    operators: Set<HardwareOperator>? = nil
  ) -> HardwareSettings {
    HardwareSettings(
      depth,
      operators: operators ?? self.operators,
      weightNoise: weightNoise,
      policy: policy,
      softmax: softmax
    )
  }

  /// How weights err, in words.
  var weightText: String {
    switch weightNoise {
    case .none: "weights as wanted"
    case .codebook: "weights err as the codebook's cells"
    case .normal(let deviation, let reference):
      "weights err by \(EngineeringText.plain(deviation)) of \(reference.words)"
    }
  }
}

extension WeightReference {
  /// What a deviation is a share of, in words.
  fileprivate var words: String {
    switch self {
    case .range: "the range of a layer's weights"
    case .maximum: "the largest weight of a layer"
    case .value: "each weight"
    }
  }
}
