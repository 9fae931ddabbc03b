public import FabNumerics
import Foundation

/// Gaussian error linear unit: `x sigmoid(1.702 x)` by a sigmoid unit and a multiplier.
///
/// The magnitude of `x` and the sigmoid are multiplied in one quadrant, the sign of `x` steers the product.
///
/// > Source: Adv. Sci. 2025, 12(33), e04706, section 2.3; D. Hendrycks, K. Gimpel, *Gaussian error linear units*,
/// > arXiv 1606.08415 (the factor 1.702).
public struct GELUOperator: AnalogOperator {
  /// The factor of the sigmoid.
  public static let factor = 1.702
  /// The largest magnitude of the input.
  public static let range = 3.0
  /// The name.
  public let name = OperatorName.gelu
  /// A sigmoid and a multiplier.
  public let modes = [PCUMode.sigmoid] + Array(repeating: PCUMode.logarithmic, count: 3)
  /// The largest output.
  public let fullScale = GELUOperator.range
  /// Relative errors count above a twentieth of full scale.
  public let relativeFloor = 0.05

  /// Creates the operator.
  public init() {}

  /// The inputs that a unit is tried on.
  static let inputs = (0...40).map { range * (Double($0) / 20 - 1) }

  /// The function itself: `x` times the normal distribution.
  public static func exact(_ x: Double) -> Double { x * NormalDistribution.probability(below: x) }

  /// What the units are meant to compute.
  public static func approximation(_ x: Double) -> Double { x / (1 + exp(-factor * x)) }

  /// The largest error of the approximation itself, found on a grid of 1e-4 over ±6.
  ///
  /// > Source: Calculated; 0.0203 at ±2.27.
  public static let approximationError: Double =
    (0...120_000)
    .map { step in
      let x = Double(step) / 1e4 - 6
      return abs(approximation(x) - exact(x))
    }
    .max() ?? 0

  /// Evaluates 41 numbers.
  public func trials(
    of unit: OperatorUnit,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) -> [OperatorTrial] {
    let bench = try LogDomain(name, index: index, conditions)
    let cell = try GELUUnit(unit, index: index, conditions, using: &generator)
    var trials: [OperatorTrial] = []
    for x in Self.inputs {
      let output = bench.read(try cell.output(x), using: &generator)
      trials.append(OperatorTrial(first: x, ideal: Self.exact(x), output: output))
    }
    return trials
  }
}
