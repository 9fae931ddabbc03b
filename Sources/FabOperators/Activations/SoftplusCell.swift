import FabDevices
import FabNumerics

/// A unit in the softplus mode, its M1 programmed.
struct SoftplusCell {
  private let branch: DiodeModel
  private let offset: Double
  private let index: Int

  /// Programs M1 with verification and draws the offset of the bench's amplifier.
  init(
    _ pcu: PCUDevices,
    _ bench: LogDomain,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) {
    let programmed = try SynapseColumn.programmed(
      pcu,
      to: 1 / SoftplusOperator.multistateResistance,
      .softplus,
      index,
      conditions,
      &generator
    )
    branch = try pcu.diodeBranch(multistateResistance: 1 / programmed)
    offset = bench.offsetVoltage(using: &generator)
    self.index = index
  }

  /// The unit as it's meant: M1 at its target, no offset.
  init(nominal pcu: PCUDevices) throws(OperatorError) {
    branch = try pcu.diodeBranch(multistateResistance: SoftplusOperator.multistateResistance)
    offset = 0
    index = 0
  }

  /// The current at a voltage of the input, in ampere.
  func current(at voltage: Double) -> Double { branch.current(at: voltage + offset) }

  /// The softplus fitted to its curve.
  func fit() throws(OperatorError) -> SoftplusFit {
    let voltages = SoftplusOperator.voltages
    guard let fit = SoftplusFit(voltages: voltages, currents: voltages.map(current)) else {
      throw .noFit(operator: .softplus, unit: index)
    }
    return fit
  }
}
