public import FabNumerics

/// Sum of two numbers by Kirchhoff's current law: two memristors of the same conductance on one bit line.
public struct AdditionOperator: AnalogOperator {
  /// The weight of either input, which the amplifier behind the bit line makes up for.
  public static let weight = 0.5
  /// The name.
  public let name = OperatorName.add
  /// A unit an input.
  public let modes = Array(repeating: PCUMode.synapse, count: 2)
  /// The largest sum.
  public let fullScale = 2.0
  /// Relative errors count above a twentieth of full scale.
  public let relativeFloor = 0.05

  /// Creates the operator.
  public init() {}

  /// Adds 11 by 11 numbers of -1...1.
  public func trials(
    of unit: OperatorUnit,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> [OperatorTrial] {
    let column = try SynapseColumn(
      unit,
      weights: [Self.weight, Self.weight],
      name,
      index: index,
      conditions,
      using: &generator
    )
    let bench = try LogDomain(name, index: index, conditions)
    var trials: [OperatorTrial] = []
    for one in 0...10 {
      for other in 0...10 {
        let (x, y) = (Double(one) / 5 - 1, Double(other) / 5 - 1)
        let output = bench.read(column.output([x, y]), using: &generator) / Self.weight
        trials.append(OperatorTrial(first: x, second: y, ideal: x + y, output: output))
      }
    }
    return trials
  }
}
