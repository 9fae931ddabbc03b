import FabNumerics

/// The branches of one simulated softmax unit as numbers, in the order of its study.
struct SoftmaxBranches: Sendable {
  /// The branches of lanes, shape `[channel, branch, 5]`.
  let lanes: [Double]
  /// The branches that lanes share, shape `[branch, 5]`.
  let shared: [Double]

  init(
    of unit: OperatorUnit,
    _ form: SoftmaxCircuitForm,
    _ name: OperatorName,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) {
    let bench = try LogDomain(name, index: index, conditions)
    let channels = SoftmaxInputs.channels
    func numbers(_ pcu: Int) throws(OperatorError) -> [Double] {
      let model = try unit.pcus[pcu].logarithmicBranch()
      return BranchParameters(model, offset: bench.offsetVoltage(using: &generator)).numbers
    }
    var lanes: [Double] = []
    switch form {
    case .sharedLogarithm:
      // Exponentials, the logarithm, exponentials again: the order in which offsets are drawn.
      var all: [[Double]] = []
      for pcu in 0..<2 * channels + 1 { all.append(try numbers(pcu)) }
      for channel in 0..<channels { lanes += all[channel] + all[channels + 1 + channel] }
      shared = all[channels]
    case .tailCurrent:
      for channel in 0..<channels { lanes += try numbers(channel) }
      shared = []
    case .composed:
      let range = LogDomain.operandRange
      for channel in 0..<channels {
        let first = 7 * channel
        let multiplier = try LogProduct(
          unit.part(first..<first + 3),
          bench,
          reference: range.upperBound,
          sign: 1,
          using: &generator
        )
        let exponential = try numbers(first + 3)
        let divider = try LogProduct(
          unit.part(first + 4..<first + 7),
          bench,
          reference: range.lowerBound,
          sign: -1,
          using: &generator
        )
        lanes += try multiplier.parameters.flatMap(\.numbers) + exponential
        lanes += try divider.parameters.flatMap(\.numbers)
      }
      shared = []
    }
    self.lanes = lanes
  }
}
