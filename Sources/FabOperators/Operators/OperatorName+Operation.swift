extension OperatorName {
  /// The operator with its usual ranges.
  var operation: any AnalogOperator {
    switch self {
    case .divider: CurrentArithmetic(.quotient)
    case .multiplier: CurrentArithmetic(.product)
    case .vmm: VectorMatrixProduct()
    case .vmmSelector: SelectorProduct(.pulseWidth)
    case .vmmSelectorAmplitude: SelectorProduct(.amplitude)
    case .dynamicMultiply: DynamicProduct()
    case .exponential: ExponentialOperator()
    case .scale: ScaleOperator()
    case .add: AdditionOperator()
    case .batchNorm: BatchNormOperator()
    case .softmax: SharedLogSoftmax()
    case .softmaxComposed: ComposedSoftmax()
    case .softmaxTailCurrent: TailCurrentSoftmax()
    case .softplus: SoftplusOperator()
    case .sigmoid: SigmoidOperator()
    case .gelu: GELUOperator()
    }
  }

  /// The mode of every computing unit that the operator needs.
  public var modes: [PCUMode] { operation.modes }

  /// Studies the operator with its usual ranges.
  ///
  /// - Parameters:
  ///   - population: Where its units come from.
  ///   - unitCount: The number of units.
  ///   - conditions: The bench.
  /// - Returns: The study.
  /// - Throws: ``OperatorError``.
  public func study(
    population: UnitPopulation,
    unitCount: Int,
    conditions: OperatorConditions
  ) throws(OperatorError) -> OperatorStudy {
    try Self.study(
      operation,
      population: population,
      unitCount: unitCount,
      conditions: conditions
    )
  }

  private static func study(
    _ operation: some AnalogOperator,
    population: UnitPopulation,
    unitCount: Int,
    conditions: OperatorConditions
  ) throws(OperatorError) -> OperatorStudy {
    try OperatorStudy(
      operation,
      population: population,
      unitCount: unitCount,
      conditions: conditions
    )
  }
}
