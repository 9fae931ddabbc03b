extension OperatorName {
  /// Configures the units of an activation as circuits: those that a codebook of the same population tabulates, in their order.
  ///
  /// - Parameters:
  ///   - population: Where the units come from.
  ///   - unitCount: The number of units.
  ///   - conditions: The bench.
  ///   - calibration: Whose constants scale inputs and outputs.
  /// - Returns: The units that work.
  /// - Throws: ``OperatorError``.
  /// - Precondition: The operator is softplus, sigmoid or gelu, and gains aren't trimmed.
  public func curveCircuits(
    population: UnitPopulation,
    unitCount: Int,
    conditions: OperatorConditions,
    calibration: CurveCalibration
  ) throws(OperatorError) -> [CurveCircuit] {
    precondition(!conditions.trimsGain, "trims belong to tables")
    let placement = population.placements[0]
    let nominal = OperatorUnit(
      pcus: zip(placement.nominal, placement.lines)
        .map { PCUDevices(devices: $0, lines: $1, temperature: population.temperature) }
    )
    let response = try CurveResponse(
      of: self,
      nominal: nominal,
      conditions: conditions,
      grid: CodebookGrid(calibration: calibration)
    )
    return try UnitSurvey(of: self, population, unitCount: unitCount) {
      unit,
      index,
      generator throws(OperatorError) in
      // A unit that has no output somewhere in the domain isn't one of the codebook's either.
      var points = generator
      _ = try response.points(of: unit, index: index, using: &points)
      return try response.circuit(of: unit, index: index, using: &generator)
    }
    .values
  }

  /// Configures multipliers as circuits: those that a codebook of the same population tabulates, in their order.
  ///
  /// - Parameters:
  ///   - population: Where the units come from.
  ///   - unitCount: The number of units.
  ///   - conditions: The bench.
  /// - Returns: The units that work.
  /// - Throws: ``OperatorError``.
  /// - Precondition: The operator is the multiplier, and gains aren't trimmed.
  public func productCircuits(
    population: UnitPopulation,
    unitCount: Int,
    conditions: OperatorConditions
  ) throws(OperatorError) -> [ProductCircuit] {
    precondition(self == .multiplier && !conditions.trimsGain)
    let arithmetic = CurrentArithmetic(.product)
    let range = LogDomain.operandRange
    return try UnitSurvey(of: self, population, unitCount: unitCount) {
      unit,
      index,
      generator throws(OperatorError) in
      let bench = try LogDomain(self, index: index, conditions)
      let product = try arithmetic.product(of: unit, bench, using: &generator)
      for current in [range.lowerBound, range.upperBound] {
        _ = try product.output(current, current)
      }
      return ProductCircuit(product: product, operandCurrent: range.upperBound)
    }
    .values
  }
}
