import FabNumerics
import Foundation

/// Measured curves of units of one operator, made into an entry of a codebook.
///
/// Curves in volt and ampere get each unit's own constants, from the function fitted to it; plain numbers stay as they
/// are. Points of one unit at one input are readings of the same: their scatter is that of readings.
public struct MeasuredResponse: Sendable {
  /// What is wrong with a measured curve.
  public enum Defect: Hashable, Sendable {
    /// There are too few inputs.
    case tooFewInputs(found: Int, needed: Int)
    /// The operator's function can't be fitted.
    case noFit
    /// An output of an exponential isn't positive.
    case notPositive(input: Double)
    /// The units have no inputs in common.
    case noCommonDomain
  }

  /// The entry.
  public let entry: CodebookEntry
  /// The number of inputs that were read more than once.
  public let repeatedInputs: Int

  /// The inputs that a curve needs.
  public static let inputsNeeded = 8

  /// One unit after its repeated readings are averaged.
  private struct Unit {
    var inputs: [Double] = []
    var outputs: [Double] = []
    var scale: (input: DeviceScale, output: DeviceScale) = (.plain, .plain)
  }

  /// The operators whose measured curves are taken.
  public static let operators: [OperatorName] = [.exponential, .softplus, .sigmoid, .gelu]

  /// Whether curves of an operator are voltages and currents rather than plain numbers.
  public static func isElectrical(_ name: OperatorName) -> Bool {
    name == .softplus || name == .sigmoid
  }

  /// Makes an entry.
  ///
  /// - Parameters:
  ///   - name: One of ``operators``.
  ///   - curves: The points of each unit, inputs and outputs, in any order.
  ///   - pointCount: The number of points of the table.
  /// - Throws: ``CodebookError/measurement(unit:defect:)``.
  /// - Precondition: The operator is one of them, and there is a unit.
  public init(
    of name: OperatorName,
    curves: [[(input: Double, output: Double)]],
    pointCount: Int = CodebookGrid().curvePoints
  ) throws(CodebookError) {
    precondition(Self.operators.contains(name) && !curves.isEmpty)
    var units: [Unit] = []
    var scatter = (sum: 0.0, count: 0)
    var repeated = 0
    for (index, curve) in curves.enumerated() {
      var groups: [Double: [Double]] = [:]
      for point in curve { groups[point.input, default: []].append(point.output) }
      guard groups.count >= Self.inputsNeeded else {
        throw .measurement(
          unit: index,
          defect: .tooFewInputs(found: groups.count, needed: Self.inputsNeeded)
        )
      }
      var unit = Unit()
      for (input, outputs) in groups.sorted(by: { $0.key < $1.key }) {
        let mean = outputs.reduce(0, +) / Double(outputs.count)
        unit.inputs.append(input)
        unit.outputs.append(mean)
        guard outputs.count > 1 else { continue }
        repeated += 1
        guard mean != 0 else { continue }
        scatter.sum += outputs.reduce(0) { $0 + ($1 / mean - 1) * ($1 / mean - 1) }
        scatter.count += outputs.count - 1
      }
      try Self.normalise(&unit, name, index)
      units.append(unit)
    }
    let readout = scatter.count > 0 ? (scatter.sum / Double(scatter.count)).squareRoot() : 0
    let low = units.compactMap(\.inputs.first).max() ?? 0
    let high = units.compactMap(\.inputs.last).min() ?? 0
    guard low < high else { throw .measurement(unit: 0, defect: .noCommonDomain) }
    let isLogarithmic = name == .exponential
    var rows: [[Double]] = []
    for (index, unit) in units.enumerated() {
      if isLogarithmic, let bad = zip(unit.inputs, unit.outputs).first(where: { $0.1 <= 0 }) {
        throw .measurement(unit: index, defect: .notPositive(input: bad.0))
      }
      let values = isLogarithmic ? unit.outputs.map { log($0) } : unit.outputs
      guard let cubic = MonotoneCubic(x: unit.inputs, y: values) else {
        throw .measurement(unit: index, defect: .noFit)
      }
      rows.append(ResponseCurve.grid(low...high, pointCount).map(cubic.value))
    }
    let scale = units[0].scale
    let analysis = PrincipalComponents(
      rows,
      limit: UnitDeviations.componentLimit,
      share: UnitDeviations.explainedShare
    )
    guard let analysis,
      let curve = ResponseCurve(
        domain: low...high,
        scale: isLogarithmic ? .logarithmic : .linear,
        means: analysis.mean,
        spreads: analysis.standardDeviations.map(Float.init),
        readoutSpreads: analysis.mean.map { value in
          // Of the quantity that was read, which isn't zero where the number is.
          let reading =
            isLogarithmic ? 1 : abs(value + scale.output.offset / scale.output.perNumber)
          return Float(readout * reading)
        },
        deviations: UnitDeviations(analysis),
        inputScale: scale.input,
        outputScale: scale.output
      )
    else { throw .measurement(unit: 0, defect: .noFit) }
    repeatedInputs = repeated
    entry = CodebookEntry(
      operation: name,
      content: .curve(curve),
      metric: Self.metric(of: units, name),
      unitCount: units.count
    )
  }

  /// Turns voltages and currents into numbers with the unit's own constants.
  private static func normalise(
    _ unit: inout Unit,
    _ name: OperatorName,
    _ index: Int
  ) throws(CodebookError) {
    switch name {
    case .softplus:
      guard let fit = SoftplusFit(voltages: unit.inputs, currents: unit.outputs) else {
        throw .measurement(unit: index, defect: .noFit)
      }
      unit.scale.input = DeviceScale(unit: "V", offset: fit.offset, perNumber: 1 / fit.slope)
      unit.scale.output = DeviceScale(unit: "A", offset: 0, perNumber: fit.amplitude)
    case .sigmoid:
      guard let fit = SigmoidFit(voltages: unit.inputs, currents: unit.outputs) else {
        throw .measurement(unit: index, defect: .noFit)
      }
      unit.scale.input = DeviceScale(unit: "V", offset: fit.offset, perNumber: 1 / fit.slope)
      unit.scale.output = DeviceScale(
        unit: "A",
        offset: fit.constant - fit.amplitude,
        perNumber: 2 * fit.amplitude
      )
    default: return
    }
    let scale = unit.scale
    unit.inputs = unit.inputs.map { ($0 - scale.input.offset) / scale.input.perNumber }
    unit.outputs = unit.outputs.map { ($0 - scale.output.offset) / scale.output.perNumber }
    guard (unit.inputs + unit.outputs).allSatisfy(\.isFinite) else {
      throw .measurement(unit: index, defect: .noFit)
    }
  }

  private static func metric(of units: [Unit], _ name: OperatorName) -> CodebookMetric? {
    let points = units.flatMap { unit in
      zip(unit.inputs, unit.outputs).map { (ideal: name.codebookIdeal(at: $0), output: $1) }
    }
    guard let full = points.map({ abs($0.ideal) }).max(), full > 0 else { return nil }
    let floor = name.operation.relativeFloor
    let relative = points.filter { abs($0.ideal) > floor * full }.map { $0.output / $0.ideal - 1 }
    guard !relative.isEmpty else { return nil }
    let count = Double(relative.count)
    return CodebookMetric(
      meanRelativeError: relative.reduce(0) { $0 + abs($1) } / count,
      bias: relative.reduce(0, +) / count,
      meanFullScaleError: points.reduce(0) { $0 + abs($1.output - $1.ideal) }
        / (full * Double(points.count)),
      fullScale: full,
      relativeFloor: floor
    )
  }
}
