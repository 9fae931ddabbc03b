import FabDevices
import FabNumerics
import FabUnits
import Foundation

/// What units of an operator of one number give at the points of a grid.
struct CurveResponse: Sendable {
  /// The outputs of a unit, and how much a reading's relative deviation moves each.
  struct Points: Sendable {
    var outputs: [Double]
    var readings: [Double]
  }

  let name: OperatorName
  let domain: ClosedRange<Double>
  let scale: ResponseCurve.Scale
  let inputScale: DeviceScale
  let outputScale: DeviceScale
  private let grid: [Double]
  private let conditions: OperatorConditions
  private let calibration: CurveCalibration

  /// Finds the constants of the nominal unit.
  ///
  /// - Throws: ``OperatorError`` where the nominal unit has no such curve.
  init(
    of name: OperatorName,
    nominal: OperatorUnit,
    conditions: OperatorConditions,
    grid: CodebookGrid
  ) throws(OperatorError) {
    self.name = name
    self.conditions = conditions
    calibration = grid.calibration
    switch name {
    case .softplus:
      let fit = try SoftplusCell(nominal: nominal.pcus[0]).fit()
      let span = SoftplusOperator.largestVoltage
      domain = -fit.slope * fit.offset...fit.slope * (span - fit.offset)
      inputScale = DeviceScale(unit: "V", offset: fit.offset, perNumber: 1 / fit.slope)
      outputScale = DeviceScale(unit: "A", offset: 0, perNumber: fit.amplitude)
      scale = .linear
    case .sigmoid:
      let fit = try Self.nominalSigmoid(nominal.pcus[0], name)
      let largest = fit.slope * SigmoidOperator.largestVoltage
      domain = -largest...largest
      inputScale = DeviceScale(unit: "V", offset: fit.offset, perNumber: 1 / fit.slope)
      outputScale = DeviceScale(
        unit: "A",
        offset: fit.constant - fit.amplitude,
        perNumber: 2 * fit.amplitude
      )
      scale = .linear
    case .gelu:
      domain = -GELUOperator.range...GELUOperator.range
      let top = LogDomain.operandRange.upperBound / GELUOperator.range
      inputScale = DeviceScale(unit: "A", offset: 0, perNumber: top)
      outputScale = DeviceScale(unit: "A", offset: 0, perNumber: top)
      scale = .linear
    case .exponential:
      let operation = ExponentialOperator()
      domain = -operation.range...operation.range
      let bench = try LogDomain(name, index: 0, conditions)
      inputScale = DeviceScale(
        unit: "V",
        offset: try bench.biasVoltage(operation.reference),
        perNumber: bench.slopeVoltage
      )
      outputScale = DeviceScale(unit: "A", offset: 0, perNumber: operation.reference)
      scale = .logarithmic
    default: preconditionFailure("\(name.rawValue) isn't a function of one number")
    }
    self.grid = ResponseCurve.grid(domain, grid.curvePoints)
  }

  /// What the operator is meant to give.
  static func ideal(_ name: OperatorName, _ x: Double) -> Double {
    switch name {
    case .softplus: x > 0 ? x + log1p(exp(-x)) : log1p(exp(x))
    case .sigmoid: 1 / (1 + exp(-x))
    case .gelu: GELUOperator.exact(x)
    case .exponential: exp(x)
    default: preconditionFailure("\(name.rawValue) isn't a function of one number")
    }
  }

  /// Returns what a unit gives, configured with the stream of a study's unit.
  func points(
    of unit: OperatorUnit,
    index: Int,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> Points {
    var points =
      switch name {
      case .softplus, .sigmoid, .gelu: try curve(unit, index, &generator)
      default: try exponential(unit, index, &generator)
      }
    if conditions.trimsGain { trim(&points) }
    if scale == .logarithmic {
      points.outputs = points.outputs.map { log($0) }
    }
    return points
  }

  /// Configures a unit, and finds the constants that scale it.
  ///
  /// - Precondition: The operator isn't the exponential.
  func circuit(
    of unit: OperatorUnit,
    index: Int,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> CurveCircuit {
    var (input, output) = (inputScale, outputScale)
    switch name {
    case .softplus:
      let bench = try LogDomain(name, index: index, conditions)
      let cell = try SoftplusCell(unit.pcus[0], bench, index: index, conditions, using: &generator)
      if calibration == .unit {
        let fit = try cell.fit()
        input = DeviceScale(unit: "V", offset: fit.offset, perNumber: 1 / fit.slope)
        output = DeviceScale(unit: "A", offset: 0, perNumber: fit.amplitude)
      }
      return CurveCircuit(law: .softplus(cell), input: input, output: output)
    case .sigmoid:
      let bench = try LogDomain(name, index: index, conditions)
      let cell = try SigmoidCell(unit.pcus[0], name, index: index, using: &generator)
      let offset = bench.offsetVoltage(using: &generator)
      if calibration == .unit {
        input = DeviceScale(unit: "V", offset: cell.fit.offset, perNumber: 1 / cell.fit.slope)
        output = DeviceScale(
          unit: "A",
          offset: cell.fit.constant - cell.fit.amplitude,
          perNumber: 2 * cell.fit.amplitude
        )
      }
      return CurveCircuit(law: .sigmoid(cell, offset: offset), input: input, output: output)
    case .gelu:
      let gate = try GELUUnit(unit, index: index, conditions, using: &generator)
      return CurveCircuit(law: .gelu(gate), input: input, output: output)
    default: preconditionFailure("\(name.rawValue) has branches, not a curve")
    }
  }

  private func curve(
    _ unit: OperatorUnit,
    _ index: Int,
    _ generator: inout Xoshiro256
  ) throws(OperatorError) -> Points {
    let circuit = try circuit(of: unit, index: index, using: &generator)
    var outputs: [Double] = []
    for x in grid { outputs.append(try circuit.output(x)) }
    // Readings scatter by a share of the current, that of a constant part included.
    let base = name == .sigmoid ? circuit.output.offset / circuit.output.perNumber : 0
    return Points(outputs: outputs, readings: outputs.map { abs($0 + base) })
  }

  private func exponential(
    _ unit: OperatorUnit,
    _ index: Int,
    _ generator: inout Xoshiro256
  ) throws(OperatorError) -> Points {
    let bench = try LogDomain(name, index: index, conditions)
    let branch = try unit.pcus[0].logarithmicBranch()
    let bias = inputScale.offset + bench.offsetVoltage(using: &generator)
    let outputs = grid.map { x in
      branch.current(at: inputScale.perNumber * x + bias) / outputScale.perNumber
    }
    return Points(outputs: outputs, readings: outputs.map { _ in 1 })
  }

  /// Multiplies by the one gain that makes the ratios to the ideal outputs average to one.
  private func trim(_ points: inout Points) {
    let ideals = grid.map { Self.ideal(name, $0) }
    let threshold = name.operation.relativeFloor * (ideals.map(abs).max() ?? 0)
    let ratios = zip(points.outputs, ideals).filter { abs($1) > threshold }.map { $0 / $1 }
    let sum = ratios.reduce(0, +)
    guard sum > 0 else { return }
    let gain = Double(ratios.count) / sum
    points.outputs = points.outputs.map { gain * $0 }
    if scale == .linear { points.readings = points.readings.map { gain * $0 } }
  }

  private static func nominalSigmoid(
    _ pcu: PCUDevices,
    _ name: OperatorName
  ) throws(OperatorError) -> SigmoidFit {
    let branch = try pcu.backToBackBranch(highResistance: pcu.devices.binary.highResistance)
    let voltages = SigmoidOperator.voltages
    guard let fit = SigmoidFit(voltages: voltages, currents: voltages.map(branch.current)) else {
      throw .noFit(operator: name, unit: 0)
    }
    return fit
  }
}
