import FabDevices
public import FabNumerics

/// A vector times weights through the diodes of a column, the inputs as pulse widths of one amplitude.
///
/// Every cell is programmed until its current at that amplitude is the weight, through its own diode; the charge of
/// the bit line is then linear in the widths, which it isn't in amplitudes.
///
/// > Source: Adv. Sci. 2025, 12(33), e04706, section 2.2: D1 as the selector of a crossbar; pulse widths are our
/// > choice.
public struct SelectorProduct: AnalogOperator {
  /// The amplitude of the pulses, in volt.
  public static let amplitude = 0.8
  /// The current of a weight of one, in ampere.
  public static let unitCurrent = 10e-6
  /// The number of vectors a unit is tried on.
  public let vectorCount: Int
  /// The name.
  public let name = OperatorName.vmmSelector
  /// A unit an input.
  public let modes = Array(repeating: PCUMode.synapse, count: VectorMatrixProduct.inputCount)
  /// The largest sum.
  public let fullScale = Double(VectorMatrixProduct.inputCount)

  /// Creates the operator.
  public init(vectorCount: Int = 50) {
    self.vectorCount = vectorCount
  }

  /// Multiplies random vectors, widths 0...1, with random weights 0.1...1.
  public func trials(
    of unit: OperatorUnit,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> [OperatorTrial] {
    let weights = VectorMatrixProduct.weights(using: &generator)
    var currents: [Double] = []
    for (pcu, weight) in zip(unit.pcus, weights) {
      let target = try targetResistance(pcu, current: weight * Self.unitCurrent, index)
      let programmed = try SynapseColumn.programmed(
        pcu,
        to: 1 / target,
        name,
        index,
        conditions,
        &generator
      )
      let branch = try pcu.diodeBranch(multistateResistance: 1 / programmed)
      currents.append(branch.current(at: Self.amplitude))
    }
    let bench = try LogDomain(name, index: index, conditions)
    return (0..<vectorCount)
      .map { _ in
        let widths = weights.map { _ in generator.uniformDeviate() }
        let ideal = zip(weights, widths).reduce(0) { $0 + $1.0 * $1.1 }
        let charge = zip(currents, widths).reduce(0) { $0 + $1.0 * $1.1 } / Self.unitCurrent
        return OperatorTrial(
          first: ideal,
          ideal: ideal,
          output: bench.read(charge, using: &generator)
        )
      }
  }

  /// The resistance of M1 at which a unit's current at the amplitude is as wanted: the voltage left over its current.
  private func targetResistance(
    _ pcu: PCUDevices,
    current: Double,
    _ index: Int
  ) throws(OperatorError) -> Double {
    let rest = try pcu.diodeBranch(multistateResistance: 0)
    guard let needed = rest.voltage(at: current), needed < Self.amplitude else {
      throw .outOfReach(operator: name, unit: index, quantity: "current/A", found: current)
    }
    return (Self.amplitude - needed) / current
  }
}
