import FabDevices
import FabNumerics
import FabUnits
import Foundation

extension OperatorName {
  /// The operators that codebooks have entries of, in the order of their names.
  ///
  /// The others follow from them: inner products from multipliers, sums and scalings from weights.
  public static let codebookOperators: [OperatorName] = allCases.filter {
    switch $0 {
    case .divider, .multiplier, .vmm, .exponential, .softmax, .softmaxComposed,
      .softmaxTailCurrent, .softplus, .sigmoid, .gelu:
      true
    case .vmmSelector, .vmmSelectorAmplitude, .dynamicMultiply, .scale, .add, .batchNorm: false
    }
  }

  /// Returns what a curve's operator is meant to give.
  ///
  /// - Precondition: The operator is a function of one number: softplus, sigmoid, gelu or exponential.
  public func codebookIdeal(at input: Double) -> Double { CurveResponse.ideal(self, input) }

  /// Simulates units and tabulates what they do.
  ///
  /// The units are those of a study with the same population: unit by unit the same devices. The metric is that of the
  /// study, readings included; tables are without them, readings have a spread of their own.
  ///
  /// - Parameters:
  ///   - population: Where the units come from.
  ///   - unitCount: The number of units.
  ///   - conditions: The bench.
  ///   - grid: How fine the tables are.
  /// - Returns: The entry.
  /// - Throws: ``OperatorError``.
  /// - Precondition: The operator is one of ``codebookOperators``.
  public func codebookEntry(
    population: UnitPopulation,
    unitCount: Int,
    conditions: OperatorConditions,
    grid: CodebookGrid = CodebookGrid()
  ) throws(OperatorError) -> CodebookEntry {
    let study = try study(population: population, unitCount: unitCount, conditions: conditions)
    let (content, failures) = try content(population, unitCount, conditions, grid)
    return CodebookEntry(
      operation: self,
      content: content,
      metric: CodebookMetric(
        meanRelativeError: study.errors.relative.mean,
        bias: study.errors.bias,
        meanFullScaleError: study.errors.fullScale.mean,
        fullScale: study.fullScale,
        relativeFloor: operation.relativeFloor
      ),
      unitCount: unitCount,
      failedUnitCount: failures,
      placements: population.placements.map(\.names),
      // A softmax with its smallest terms cut off at e^-2 of the largest would be none.
      policy: SoftmaxCircuitForm(self) == nil ? .clamp : .extrapolate
    )
  }

  private func content(
    _ population: UnitPopulation,
    _ unitCount: Int,
    _ conditions: OperatorConditions,
    _ grid: CodebookGrid
  ) throws(OperatorError) -> (CodebookEntry.Content, failures: Int) {
    switch self {
    case .softplus, .sigmoid, .gelu, .exponential:
      let (curve, failures) = try curve(population, unitCount, conditions, grid)
      return (.curve(curve), failures)
    case .multiplier, .divider:
      let (surface, failures) = try surface(population, unitCount, conditions, grid)
      return (.surface(surface), failures)
    case .softmax, .softmaxComposed, .softmaxTailCurrent:
      let (units, failures) = try softmaxUnits(population, unitCount, conditions)
      return (.softmax(units), failures)
    case .vmm:
      let (errors, failures) = try weightErrors(population, unitCount, conditions, grid)
      return (.weights(errors), failures)
    case .vmmSelector, .vmmSelectorAmplitude, .dynamicMultiply, .scale, .add, .batchNorm:
      preconditionFailure("codebooks have no entry of \(rawValue)")
    }
  }

  private func curve(
    _ population: UnitPopulation,
    _ unitCount: Int,
    _ conditions: OperatorConditions,
    _ grid: CodebookGrid
  ) throws(OperatorError) -> (ResponseCurve, Int) {
    let placement = population.placements[0]
    let nominal = OperatorUnit(
      pcus: zip(placement.nominal, placement.lines)
        .map { PCUDevices(devices: $0, lines: $1, temperature: population.temperature) }
    )
    let response = try CurveResponse(
      of: self,
      nominal: nominal,
      conditions: conditions,
      grid: grid
    )
    let survey = try UnitSurvey(of: self, population, unitCount: unitCount) {
      unit,
      index,
      generator throws(OperatorError) in
      try response.points(of: unit, index: index, using: &generator)
    }
    let analysis = try analysis(survey.values.map(\.outputs))
    var readings = Array(repeating: 0.0, count: grid.curvePoints)
    for one in survey.values {
      for (point, value) in one.readings.enumerated() {
        readings[point] += value / Double(survey.values.count)
      }
    }
    guard
      let curve = ResponseCurve(
        domain: response.domain,
        scale: response.scale,
        means: analysis.mean,
        spreads: analysis.standardDeviations.map(Float.init),
        readoutSpreads: readings.map { Float(conditions.readoutSpread * $0) },
        deviations: UnitDeviations(analysis),
        inputScale: response.inputScale,
        outputScale: response.outputScale
      )
    else { throw .notFinite(operator: self, unit: 0) }
    return (curve, survey.failureCount)
  }

  private func surface(
    _ population: UnitPopulation,
    _ unitCount: Int,
    _ conditions: OperatorConditions,
    _ grid: CodebookGrid
  ) throws(OperatorError) -> (GainSurface, Int) {
    let arithmetic = CurrentArithmetic(self == .multiplier ? .product : .quotient)
    let range = LogDomain.operandRange
    let top = range.upperBound
    let domain = range.lowerBound / top...1
    let operands = GainSurface.grid(domain, grid.surfacePoints)
    let currents = operands.map { $0 * top }
    let ideals = operands.flatMap { x in
      operands.map { y in
        arithmetic.operation == .product ? x * y * top : arithmetic.reference * x / y
      }
    }
    let survey = try UnitSurvey(of: self, population, unitCount: unitCount) {
      unit,
      index,
      generator throws(OperatorError) in
      let bench = try LogDomain(self, index: index, conditions)
      let product = try arithmetic.product(of: unit, bench, using: &generator)
      let gains = zip(try product.outputs(currents, currents), ideals).map { $0 / $1 }
      // As in studies a trimmed gain makes the ratios average to one.
      let trim = conditions.trimsGain ? gains.reduce(0, +) / Double(gains.count) : 1
      return gains.map { log($0 / trim) }
    }
    let analysis = try analysis(survey.values)
    guard
      let surface = GainSurface(
        operation: arithmetic.operation,
        domain: domain,
        pointCount: grid.surfacePoints,
        means: analysis.mean,
        spreads: analysis.standardDeviations.map(Float.init),
        deviations: UnitDeviations(analysis),
        readoutSpread: conditions.readoutSpread,
        operandCurrent: top
      )
    else { throw .notFinite(operator: self, unit: 0) }
    return (surface, survey.failureCount)
  }

  private func analysis(_ curves: [[Double]]) throws(OperatorError) -> PrincipalComponents {
    let analysis = PrincipalComponents(
      curves,
      limit: UnitDeviations.componentLimit,
      share: UnitDeviations.explainedShare
    )
    guard let analysis else {
      throw .notFinite(
        operator: self,
        unit: curves.firstIndex { !$0.allSatisfy(\.isFinite) } ?? 0
      )
    }
    return analysis
  }

  private func softmaxUnits(
    _ population: UnitPopulation,
    _ unitCount: Int,
    _ conditions: OperatorConditions
  ) throws(OperatorError) -> (SoftmaxUnits, Int) {
    guard let form = SoftmaxCircuitForm(self) else {
      preconditionFailure("\(rawValue) is no softmax")
    }
    let survey = try UnitSurvey(of: self, population, unitCount: unitCount) {
      unit,
      index,
      generator throws(OperatorError) in
      try SoftmaxBranches(of: unit, form, self, index: index, conditions, using: &generator)
    }
    let bias: DiodeModel
    do throws(DeviceError) {
      bias = try DiodeModel(conditions.biasDiode.withoutSeriesResistance())
    } catch {
      throw .device(error)
    }
    guard
      let units = SoftmaxUnits(
        form: form,
        channelCount: SoftmaxInputs.channels,
        unitCount: survey.values.count,
        lanes: survey.values.flatMap(\.lanes),
        shared: survey.values.flatMap(\.shared),
        range: SoftmaxInputs.range,
        readoutSpread: conditions.readoutSpread,
        temperatureKelvin: population.temperature.siValue,
        bias: BranchParameters(bias, offset: 0).numbers,
        biasTemperatureKelvin: conditions.biasDiode.referenceTemperature.siValue
      )
    else { throw .notFinite(operator: self, unit: 0) }
    return (units, survey.failureCount)
  }

  private func weightErrors(
    _ population: UnitPopulation,
    _ unitCount: Int,
    _ conditions: OperatorConditions,
    _ grid: CodebookGrid
  ) throws(OperatorError) -> (WeightErrors, Int) {
    let survey = try UnitSurvey(of: self, population, unitCount: unitCount) {
      unit,
      index,
      generator throws(OperatorError) in
      let weights = VectorMatrixProduct.weights(using: &generator)
      let column = try SynapseColumn(
        unit,
        weights: weights,
        self,
        index: index,
        conditions,
        using: &generator
      )
      // One input at a time: what the column makes of each weight, lines and neighbours included.
      return weights.indices.map { place in
        var inputs = weights.map { _ in 0.0 }
        inputs[place] = 1
        return (weights[place], column.output(inputs) / weights[place] - 1)
      }
    }
    let errors = WeightErrors(
      survey.values.flatMap { $0 },
      domain: SynapseColumn.smallestWeight...1,
      pointCount: grid.weightPoints,
      readoutSpread: conditions.readoutSpread
    )
    guard let errors else { throw .notFinite(operator: self, unit: 0) }
    return (errors, survey.failureCount)
  }
}
