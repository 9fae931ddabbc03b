import FabDevices
public import FabNumerics

/// Softmax of a common tail current: diodes from the inputs into one node that a source pulls a current out of.
///
/// `I_i = I_T exp(x_i) / S` by Kirchhoff's current law: the shares add up to one whatever the diodes are. The units of
/// one column of an array do it on their common bit line.
///
/// > Source: Our own: the translinear principle on a bit line; B. Gilbert, *Translinear circuits: a proposed
/// > classification*, Electron. Lett. 11, 14 (1975).
public struct TailCurrentSoftmax: AnalogOperator {
  /// The tail current, in ampere.
  public static let tailCurrent = 2e-6
  /// The name.
  public let name = OperatorName.softmaxTailCurrent
  /// A unit a channel.
  public let modes = Array(repeating: PCUMode.logarithmic, count: SoftmaxInputs.channels)
  /// The largest share.
  public let fullScale = 1.0

  /// Creates the operator.
  public init() {}

  /// Takes the softmax of random vectors.
  public func trials(
    of unit: OperatorUnit,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> [OperatorTrial] {
    let bench = try LogDomain(name, index: index, conditions)
    var branches: [DiodeModel] = []
    for pcu in unit.pcus { branches.append(try pcu.logarithmicBranch()) }
    var trials: [OperatorTrial] = []
    for x in SoftmaxInputs.vectors(using: &generator) {
      let voltages = x.map { input in
        bench.slopeVoltage * input + bench.offsetVoltage(using: &generator)
      }
      guard let currents = Self.currents(branches, at: voltages) else {
        throw .outOfReach(
          operator: name,
          unit: index,
          quantity: "tail current/A",
          found: Self.tailCurrent
        )
      }
      for (channel, (share, current)) in zip(SoftmaxInputs.ideal(x), currents).enumerated() {
        let output = bench.read(current, using: &generator) / Self.tailCurrent
        trials.append(OperatorTrial(first: x[channel], ideal: share, output: output))
      }
    }
    return trials
  }

  /// The currents of the branches whose sum is the tail current; `nil` where the node isn't found.
  static func currents(_ branches: [DiodeModel], at voltages: [Double]) -> [Double]? {
    guard let highest = voltages.max() else { return nil }
    // The node lies below all inputs by at most what one branch needs for the whole current.
    var low = highest
    for branch in branches {
      guard let voltage = branch.voltage(at: tailCurrent) else { return nil }
      low = min(low, highest - voltage)
    }
    low = min(low, (voltages.min() ?? highest) - 1)
    var high = highest
    var node = (low + high) / 2
    for _ in 0..<200 {
      var excess = -tailCurrent
      var slope = 0.0
      for (branch, voltage) in zip(branches, voltages) {
        let point = branch.operatingPoint(at: voltage - node)
        excess += point.current
        slope += point.conductance
      }
      if excess > 0 { low = node } else { high = node }
      var next = node + excess / slope
      if !(next > low && next < high) { next = (low + high) / 2 }
      let step = abs(next - node)
      node = next
      if step <= 1e-14 {
        return zip(branches, voltages).map { $0.current(at: $1 - node) }
      }
    }
    return nil
  }
}
