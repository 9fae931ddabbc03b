public import FabNumerics

/// Normalisation over a batch, folded: `y = a x + b` with `a` and `b` of either sign as differences of two memristors.
///
/// The second input is constant; in a network both fold into the weights before it.
public struct BatchNormOperator: AnalogOperator {
  /// The name.
  public let name = OperatorName.batchNorm
  /// Two units for the factor, two for the constant.
  public let modes = Array(repeating: PCUMode.synapse, count: 4)
  /// The largest magnitude of factor times input plus constant.
  public let fullScale = 1.8
  /// Relative errors count above a twentieth of full scale.
  public let relativeFloor = 0.05

  /// Creates the operator.
  public init() {}

  /// Normalises 41 numbers of -1...1 with a random factor and constant of -0.9...0.9.
  public func trials(
    of unit: OperatorUnit,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> [OperatorTrial] {
    let smallest = SynapseColumn.smallestWeight
    let span = 1 - smallest
    let factor = span * (2 * generator.uniformDeviate() - 1)
    let constant = span * (2 * generator.uniformDeviate() - 1)
    // A difference of two memristors: the smaller one stays at the smallest weight.
    let weights = [factor, constant].flatMap { [max($0, 0) + smallest, max(-$0, 0) + smallest] }
    var columns: [SynapseColumn] = []
    for (range, offset) in [(0..<2, 0), (2..<4, 2)] {
      let part = unit.part(range)
      for place in 0..<2 {
        columns.append(
          try SynapseColumn(
            part.part(place..<place + 1),
            weights: [weights[offset + place]],
            name,
            index: index,
            conditions,
            using: &generator
          )
        )
      }
    }
    let bench = try LogDomain(name, index: index, conditions)
    return (0...40)
      .map { step in
        let x = Double(step) / 20 - 1
        let positive = columns[0].output([x]) + columns[2].output([1])
        let negative = columns[1].output([x]) + columns[3].output([1])
        let output =
          bench.read(positive, using: &generator) - bench.read(negative, using: &generator)
        return OperatorTrial(first: x, ideal: factor * x + constant, output: output)
      }
  }
}
