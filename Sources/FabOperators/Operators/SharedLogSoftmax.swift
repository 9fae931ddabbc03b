public import FabNumerics

/// Softmax from a shared logarithm: `p_i = exp(x_i - ln S)`, `S` the sum of exponentials.
///
/// A unit a channel takes the exponentials into one node, one unit takes the logarithm of the sum, and a unit a
/// channel takes the exponential of the difference: `2 N + 1` units. One gain a unit is trimmed so that equal inputs
/// give outputs that add up to one, which needs no knowledge of the truth.
///
/// > Source: US patent 11,366,874: analog circuit for softmax function.
public struct SharedLogSoftmax: AnalogOperator {
  /// The current of `exp(0)`, in ampere; three channels then add up to at most 5.4 µA.
  public static let reference = 0.66e-6
  /// The name.
  public let name = OperatorName.softmax
  /// Two units a channel and one for the logarithm.
  public let modes = Array(repeating: PCUMode.logarithmic, count: 2 * SoftmaxInputs.channels + 1)
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
    var branches: [DiodeModelBranch] = []
    for pcu in unit.pcus {
      branches.append(
        DiodeModelBranch(
          model: try pcu.logarithmicBranch(),
          offset: bench.offsetVoltage(using: &generator)
        )
      )
    }
    let bias = try bench.biasVoltage(Self.reference)
    let channels = SoftmaxInputs.channels
    return try SoftmaxInputs.trials(bench, using: &generator) { x throws(OperatorError) in
      let voltages = x.map { bench.slopeVoltage * $0 + bias }
      var sum = 0.0
      for channel in 0..<channels { sum += branches[channel].current(at: voltages[channel]) }
      let logarithm = try bench.voltage(of: branches[channels].model, at: sum)
      return (0..<channels)
        .map { channel in
          branches[channels + 1 + channel]
            .current(at: voltages[channel] - logarithm + bias) / Self.reference
        }
    }
  }
}
