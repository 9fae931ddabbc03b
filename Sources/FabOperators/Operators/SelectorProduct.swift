import FabDevices
public import FabNumerics
import Foundation

/// A vector times weights through the diodes of a column, the inputs as pulse widths or as amplitudes.
///
/// With pulses of one amplitude every cell is programmed until its current at that amplitude is the weight, through its own
/// diode; the charge of the bit line is then linear in the widths. With amplitudes above a base voltage a cell is programmed
/// until its current grows by the weight over the whole span; between, the diode's bend is an error that no programming
/// takes away.
///
/// > Source: Adv. Sci. 2025, 12(33), e04706, section 2.2: D1 as the selector of a crossbar; codings and voltages are our
/// > choice.
public struct SelectorProduct: AnalogOperator {
  /// How inputs are coded.
  public enum Coding: Hashable, Sendable {
    /// As widths of pulses of one amplitude.
    case pulseWidth
    /// As amplitudes above a base.
    case amplitude
  }

  /// The amplitude of the pulses, in volt.
  public static let pulseVoltage = 0.8
  /// The current of a weight of one in a pulse, in ampere.
  public static let pulseCurrent = 10e-6
  /// The voltage of an input of zero as an amplitude, in volt.
  public static let baseVoltage = 0.4
  /// The voltage from an input of zero to an input of one as amplitudes, in volt.
  public static let spanVoltage = 1.0
  /// The current over that span at a weight of one, in ampere.
  public static let amplitudeCurrent = 20e-6
  /// How inputs are coded.
  public let coding: Coding
  /// The number of vectors a unit is tried on.
  public let vectorCount: Int
  /// A unit an input.
  public let modes = Array(repeating: PCUMode.synapse, count: VectorMatrixProduct.inputCount)
  /// The largest sum.
  public let fullScale = Double(VectorMatrixProduct.inputCount)

  /// Creates the operator.
  public init(_ coding: Coding, vectorCount: Int = 50) {
    self.coding = coding
    self.vectorCount = vectorCount
  }

  /// The name.
  public var name: OperatorName {
    coding == .pulseWidth ? .vmmSelector : .vmmSelectorAmplitude
  }

  /// Multiplies random vectors, inputs 0...1, with random weights 0.1...1.
  public func trials(
    of unit: OperatorUnit,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> [OperatorTrial] {
    let weights = VectorMatrixProduct.weights(using: &generator)
    var cells: [DiodeModel] = []
    for (pcu, weight) in zip(unit.pcus, weights) {
      let programmed = try SynapseColumn.programmed(
        pcu,
        to: 1 / targetResistance(pcu, weight: weight, index),
        name,
        index,
        conditions,
        &generator
      )
      cells.append(try pcu.diodeBranch(multistateResistance: 1 / programmed))
    }
    let bench = try LogDomain(name, index: index, conditions)
    let pulses = cells.map { $0.current(at: Self.pulseVoltage) / Self.pulseCurrent }
    let bases = cells.map { $0.current(at: Self.baseVoltage) }
    return (0..<vectorCount)
      .map { _ in
        let inputs = weights.map { _ in generator.uniformDeviate() }
        var (ideal, output) = (0.0, 0.0)
        for (cell, input) in inputs.enumerated() {
          ideal += weights[cell] * input
          switch coding {
          case .pulseWidth: output += pulses[cell] * input
          case .amplitude:
            let current = cells[cell].current(at: Self.baseVoltage + input * Self.spanVoltage)
            output += (current - bases[cell]) / Self.amplitudeCurrent
          }
        }
        return OperatorTrial(
          first: ideal,
          ideal: ideal,
          output: bench.read(output, using: &generator)
        )
      }
  }

  /// The resistance of M1 at which a cell's current is the weight.
  private func targetResistance(
    _ pcu: PCUDevices,
    weight: Double,
    _ index: Int
  ) throws(OperatorError) -> Double {
    guard coding == .pulseWidth else { return try amplitudeResistance(pcu, weight: weight) }
    let current = weight * Self.pulseCurrent
    let rest = try pcu.diodeBranch(multistateResistance: 0)
    // What the diode leaves of the amplitude lies across M1.
    guard let needed = rest.voltage(at: current), needed < Self.pulseVoltage else {
      throw .outOfReach(operator: name, unit: index, quantity: "current/A", found: current)
    }
    return (Self.pulseVoltage - needed) / current
  }

  /// The resistance at which the current grows by the weight over the span.
  ///
  /// It's found by bisection of its logarithm: the growth falls with the resistance. Beyond the window the nearest end comes out, which programming then refuses.
  private func amplitudeResistance(
    _ pcu: PCUDevices,
    weight: Double
  ) throws(OperatorError) -> Double {
    let goal = weight * Self.amplitudeCurrent
    let window = pcu.devices.multistate.window
    var low = log(0.5 / window.upperBound)
    var high = log(2 / window.lowerBound)
    for _ in 0..<52 {
      let middle = (low + high) / 2
      let cell = try pcu.diodeBranch(multistateResistance: exp(middle))
      let growth =
        cell.current(at: Self.baseVoltage + Self.spanVoltage) - cell.current(at: Self.baseVoltage)
      if growth > goal { low = middle } else { high = middle }
    }
    return exp((low + high) / 2)
  }
}
