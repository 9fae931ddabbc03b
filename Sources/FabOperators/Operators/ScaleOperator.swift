public import FabNumerics

/// Product with a constant: one programmed memristor.
public struct ScaleOperator: AnalogOperator {
  /// The constant.
  public let factor: Double
  /// The name.
  public let name = OperatorName.scale
  /// One unit.
  public let modes = [PCUMode.synapse]
  /// The largest product.
  public var fullScale: Double { factor }
  /// Relative errors count above a twentieth of full scale.
  public let relativeFloor = 0.05

  /// Creates the operator; the constant is `1 / sqrt(32)` where it's left out, for attention heads of 32 dimensions.
  public init(factor: Double = 1 / 32.0.squareRoot()) {
    self.factor = factor
  }

  /// Scales 41 numbers of -1...1.
  public func trials(
    of unit: OperatorUnit,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> [OperatorTrial] {
    let column = try SynapseColumn(
      unit,
      weights: [factor],
      name,
      index: index,
      conditions,
      using: &generator
    )
    let bench = try LogDomain(name, index: index, conditions)
    return (0...40)
      .map { step in
        let x = Double(step) / 20 - 1
        let output = bench.read(column.output([x]), using: &generator)
        return OperatorTrial(first: x, ideal: factor * x, output: output)
      }
  }
}
