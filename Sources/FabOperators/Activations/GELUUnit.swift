import FabDevices
import FabNumerics

/// A sigmoid unit and a multiplier that make a GELU, configured.
struct GELUUnit {
  private let cell: SigmoidCell
  private let product: LogProduct
  private let offset: Double

  init(
    _ unit: OperatorUnit,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) {
    let bench = try LogDomain(.gelu, index: index, conditions)
    cell = try SigmoidCell(unit.pcus[0], .gelu, index: index, using: &generator)
    product = try LogProduct(
      unit.part(1..<4),
      bench,
      reference: LogDomain.operandRange.upperBound,
      sign: 1,
      using: &generator
    )
    offset = bench.offsetVoltage(using: &generator)
  }

  /// What comes out for a number, before it's read.
  func output(_ x: Double) throws(OperatorError) -> Double {
    let top = LogDomain.operandRange.upperBound
    let range = GELUOperator.range
    let voltage = GELUOperator.factor / cell.fit.slope * x + cell.fit.offset + offset
    let share = cell.fit.share(ofCurrent: cell.branch.current(at: voltage))
    // What the shunt of M2 lets through beyond zero and one is cut off, as a current into a diode is.
    let gated = min(1, max(0, share)) * top
    let magnitude = try product.output(abs(x) / range * top, gated) / top * range
    return x < 0 ? -magnitude : magnitude
  }
}
