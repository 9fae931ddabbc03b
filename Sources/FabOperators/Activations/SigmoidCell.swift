import FabDevices
import FabNumerics
import Foundation

/// A unit in the sigmoid mode with the curve that was measured on it.
struct SigmoidCell {
  /// The two diodes.
  let branch: DiodePair
  /// The sigmoid fitted to its curve.
  let fit: SigmoidFit
  /// The largest current of the curve, in ampere.
  let fullScale: Double

  /// Sets M2 to its high state, which differs from cycle to cycle, and measures the curve.
  init(
    _ pcu: PCUDevices,
    _ name: OperatorName,
    index: Int,
    using generator: inout Xoshiro256
  ) throws(OperatorError) {
    let binary = pcu.devices.binary
    let high = binary.highResistance * exp(binary.highSpread * generator.normalDeviate())
    branch = try pcu.backToBackBranch(highResistance: high)
    let voltages = SigmoidOperator.voltages
    let currents = voltages.map(branch.current)
    guard let fit = SigmoidFit(voltages: voltages, currents: currents),
      let full = currents.max()
    else { throw .noFit(operator: name, unit: index) }
    self.fit = fit
    fullScale = full
  }
}
