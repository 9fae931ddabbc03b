public import FabNumerics

/// Inner product of two vectors that are both inputs, as queries and keys are: a multiplier an element.
///
/// Magnitudes are multiplied in one quadrant; signs steer each product to the positive or negative side, where
/// Kirchhoff's current law adds.
///
/// > Source: Adv. Sci. 2025, 12(33), e04706, section 2.2: products of queries and keys; the signs are our choice, the
/// > paper doesn't say.
public struct DynamicProduct: AnalogOperator {
  /// The number of elements.
  public static let elementCount = 3
  /// The number of pairs of vectors a unit is tried on.
  public static let vectorCount = 50
  /// The name.
  public let name = OperatorName.dynamicMultiply
  /// A multiplier of three units an element.
  public let modes = Array(
    repeating: PCUMode.logarithmic,
    count: 3 * DynamicProduct.elementCount
  )
  /// The largest sum.
  public let fullScale = Double(DynamicProduct.elementCount)
  /// Relative errors count above a tenth of full scale.
  public let relativeFloor = 0.1

  /// Creates the operator.
  public init() {}

  /// Multiplies random vectors with elements of 0.1...1 in magnitude.
  public func trials(
    of unit: OperatorUnit,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> [OperatorTrial] {
    let bench = try LogDomain(name, index: index, conditions)
    let top = LogDomain.operandRange.upperBound
    var multipliers: [LogProduct] = []
    for element in 0..<Self.elementCount {
      multipliers.append(
        try LogProduct(
          unit.part(3 * element..<3 * element + 3),
          bench,
          reference: top,
          sign: 1,
          using: &generator
        )
      )
    }
    func number() -> Double {
      let magnitude = 0.1 + 0.9 * generator.uniformDeviate()
      return generator.uniformDeviate() < 0.5 ? -magnitude : magnitude
    }
    var trials: [OperatorTrial] = []
    for _ in 0..<Self.vectorCount {
      var ideal = 0.0
      var sides = (positive: 0.0, negative: 0.0)
      for multiplier in multipliers {
        let (x, y) = (number(), number())
        ideal += x * y
        let current = try multiplier.output(abs(x) * top, abs(y) * top) / top
        if x * y > 0 { sides.positive += current } else { sides.negative += current }
      }
      let output =
        bench.read(sides.positive, using: &generator)
        - bench.read(sides.negative, using: &generator)
      trials.append(OperatorTrial(first: ideal, ideal: ideal, output: output))
    }
    return trials
  }
}
