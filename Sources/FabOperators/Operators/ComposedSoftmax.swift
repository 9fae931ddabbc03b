import FabDevices
public import FabNumerics

/// Softmax as the paper words it: a multiplier for the scale, an exponential and a divider a channel.
///
/// Seven units a channel. One gain a unit is trimmed so that equal inputs give outputs that add up to one.
///
/// > Source: Adv. Sci. 2025, 12(33), e04706, section 2.2 and Figure 3e: softmax of `x * scale` from multipliers,
/// > exponential diodes and dividers.
public struct ComposedSoftmax: AnalogOperator {
  /// The current that an input of 1 is, in ampere.
  public static let inputUnit = 1e-6
  /// The current that the scale is, in ampere; over the multiplier's reference it halves.
  public static let scaleCurrent = 1e-6
  /// The current of the smallest exponential, in ampere; three add up to at most 4.7 µA.
  public static let exponentialReference = 0.21e-6
  /// The factor by which a mirror brings the sum into the divider's decade.
  public static let mirror = 0.4
  /// The name.
  public let name = OperatorName.softmaxComposed
  /// A multiplier, an exponential and a divider a channel.
  public let modes = Array(repeating: PCUMode.logarithmic, count: 7 * SoftmaxInputs.channels)
  /// The largest share.
  public let fullScale = 1.0

  /// Creates the operator.
  public init() {}

  private struct Channel {
    let multiplier: LogProduct
    let exponential: DiodeModelBranch
    let divider: LogProduct
  }

  /// Takes the softmax of random vectors, moved into the multiplier's range, which changes no share.
  public func trials(
    of unit: OperatorUnit,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> [OperatorTrial] {
    let bench = try LogDomain(name, index: index, conditions)
    let top = LogDomain.operandRange.upperBound
    let bottom = LogDomain.operandRange.lowerBound
    var channels: [Channel] = []
    for channel in 0..<SoftmaxInputs.channels {
      let first = 7 * channel
      channels.append(
        Channel(
          multiplier: try LogProduct(
            unit.part(first..<first + 3),
            bench,
            reference: top,
            sign: 1,
            using: &generator
          ),
          exponential: DiodeModelBranch(
            model: try unit.pcus[first + 3].logarithmicBranch(),
            offset: bench.offsetVoltage(using: &generator)
          ),
          divider: try LogProduct(
            unit.part(first + 4..<first + 7),
            bench,
            reference: bottom,
            sign: -1,
            using: &generator
          )
        )
      )
    }
    let bias = try bench.biasVoltage(Self.exponentialReference)
    let scaled = Self.inputUnit * Self.scaleCurrent / top
    return try SoftmaxInputs.trials(bench, using: &generator) { x throws(OperatorError) in
      var exponentials: [Double] = []
      for (input, channel) in zip(x, channels) {
        // Inputs of -1...1 become currents of 0.2...2.2 µA.
        let current = Self.inputUnit * (input + SoftmaxInputs.range + 0.2)
        let product = try channel.multiplier.output(current, Self.scaleCurrent)
        let voltage = bench.slopeVoltage * (product / scaled - 0.2) + bias
        exponentials.append(channel.exponential.current(at: voltage))
      }
      let sum = exponentials.reduce(0, +) * Self.mirror
      var shares: [Double] = []
      for (exponential, channel) in zip(exponentials, channels) {
        shares.append(try channel.divider.output(exponential, sum) * Self.mirror / bottom)
      }
      return shares
    }
  }
}
