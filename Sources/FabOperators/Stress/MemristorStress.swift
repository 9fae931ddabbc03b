public import FabDevices
import FabUnits

/// A memristor that an operator's own voltages may write, though they should only read.
public struct MemristorStress: Hashable, Sendable {
  /// The memristor.
  public let device: DeviceRole
  /// The largest voltage across it in the operator's range, in volt.
  public let voltage: Double
  /// The smallest voltage that may change it, in volt: M1's threshold, or M2's mean SET less five times its spread.
  public let limit: Double
  /// The relative change of M1 in one nominal pulse at that voltage; `nil` for M2.
  public let relativeChange: Double?
}

extension OperatorName {
  /// Returns what the operator's range does to the memristors of a unit, where it's more than reading.
  ///
  /// - Parameter unit: One computing unit.
  /// - Returns: The memristors at risk; none for operators that stay below every threshold.
  /// - Throws: ``OperatorError/device(_:)``.
  public func memristorStress(on unit: PCUDevices) throws(OperatorError) -> [MemristorStress] {
    let multistate = unit.devices.multistate
    let binary = unit.devices.binary
    switch self {
    case .softplus:
      let ohms = SoftplusOperator.multistateResistance
      let current = try unit.diodeBranch(multistateResistance: ohms)
        .current(at: SoftplusOperator.largestVoltage)
      return Self.stress(voltage: current * ohms, on: multistate)
    case .vmmSelector:
      // The largest weight has the smallest resistance, and still what the diode leaves of the amplitude.
      let rest = try unit.diodeBranch(multistateResistance: 0)
        .voltage(at: SelectorProduct.pulseCurrent)
      return Self.stress(voltage: SelectorProduct.pulseVoltage - (rest ?? 0), on: multistate)
    case .vmmSelectorAmplitude:
      // The smallest weight takes least current, so that the diode leaves it most of the voltage.
      let smallest = SynapseColumn.smallestWeight * SelectorProduct.amplitudeCurrent
      let rest = try unit.diodeBranch(multistateResistance: 0).voltage(at: smallest)
      let top = SelectorProduct.baseVoltage + SelectorProduct.spanVoltage
      return Self.stress(voltage: top - (rest ?? 0), on: multistate)
    case .sigmoid, .gelu:
      // The reversed diode, and M2 beside it, take nearly all of the voltage.
      let limit = binary.setVoltage - ModeSetting.margin * binary.setSpread
      guard SigmoidOperator.largestVoltage > limit else { return [] }
      return [
        MemristorStress(
          device: .binary,
          voltage: SigmoidOperator.largestVoltage,
          limit: limit,
          relativeChange: nil
        )
      ]
    case .divider, .multiplier, .vmm, .dynamicMultiply, .exponential, .scale, .add, .batchNorm,
      .softmax, .softmaxComposed, .softmaxTailCurrent:
      return []
    }
  }

  private static func stress(
    voltage: Double,
    on device: MultistateParameters
  ) -> [MemristorStress] {
    guard
      case .disturbing(let change) = ReadDisturbance(
        voltage: voltage,
        duration: device.nominalWidth,
        on: device
      )
    else { return [] }
    return [
      MemristorStress(
        device: .multistate,
        voltage: voltage,
        limit: device.thresholdVoltage,
        relativeChange: change
      )
    ]
  }
}
