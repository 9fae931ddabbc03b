import FabNumerics
import Foundation

/// Average run lengths without chance: the integral equation of the run length, solved on Gauss-Legendre nodes.
///
/// > Source: S. V. Crowder, *A simple method for studying run-length distributions of exponentially weighted moving
/// > average charts*, Technometrics 29, 401 (1987), doi 10.1080/00401706.1987.10488267; the sum of two sides:
/// > K. W. Kemp, *The average run length of the cumulative sum chart when a V-mask is used*, J. R. Stat. Soc. B 23,
/// > 149 (1961), doi 10.1111/j.2517-6161.1961.tb00398.x.
public enum RunLengthEquation {
  /// Returns the average run length of a weighted average with the limits exact for every point.
  ///
  /// The density of the average is carried from point to point while its limits widen; from then on the equation
  /// of constant limits says what is still to come.
  ///
  /// - Throws: ``QualityError/outOfRange(parameter:found:expected:)``.
  public static func weightedAverage(
    weight: Double,
    width: Double,
    shift: Double = 0
  ) throws(QualityError) -> Double {
    try ControlParameters(width: width, weight: weight).check()
    guard shift.isFinite else {
      throw .outOfRange(parameter: "shift", found: shift, expected: "a finite number")
    }
    let limit = width * (weight / (2 - weight)).squareRoot()
    // The kernel is one weight wide: some nodes a width resolve it.
    let rule = GaussLegendre(count: max(40, min(400, Int(12 * limit / weight))))
    let final = rule.nodes.map { $0 * limit }
    let keep = 1 - weight
    func kernel(_ from: Double, _ to: Double) -> Double {
      let deviate = (to - keep * from) / weight - shift
      return exp(-0.5 * deviate * deviate) / ((2 * Double.pi).squareRoot() * weight)
    }
    let size = final.count
    var matrix = Array(repeating: 0.0, count: size * size)
    for row in 0..<size {
      for column in 0..<size {
        matrix[row * size + column] =
          (row == column ? 1 : 0) - rule.weights[column] * limit * kernel(final[row], final[column])
      }
    }
    guard let stationary = DenseSystem.solution(matrix, Array(repeating: 1, count: size)) else {
      throw .noSpread
    }
    // `length` counts the points that are surely reached; the first one starts from the centre line.
    var length = 1.0
    var remainder = keep * keep
    var half = limit * (1 - remainder).squareRoot()
    var nodes = rule.nodes.map { $0 * half }
    var masses = zip(nodes, rule.weights).map { kernel(0, $0) * $1 * half }
    while remainder > 1e-12 {
      length += masses.reduce(0, +)
      remainder *= keep * keep
      half = limit * (1 - remainder).squareRoot()
      let next = rule.nodes.map { $0 * half }
      masses = zip(next, rule.weights)
        .map { place, share in
          zip(nodes, masses).reduce(0) { $0 + $1.1 * kernel($1.0, place) } * share * half
        }
      nodes = next
    }
    return length + zip(masses, stationary).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Returns the average run length of the pair of cumulative sums that start at zero.
  ///
  /// - Throws: ``QualityError/outOfRange(parameter:found:expected:)``.
  public static func cumulativeSum(
    reference: Double,
    decision: Double,
    shift: Double = 0
  ) throws(QualityError) -> Double {
    try ControlParameters(reference: reference, decision: decision).check()
    guard shift.isFinite else {
      throw .outOfRange(parameter: "shift", found: shift, expected: "a finite number")
    }
    let high = try oneSided(reference: reference, decision: decision, shift: shift)
    let low = try oneSided(reference: reference, decision: decision, shift: -shift)
    return 1 / (1 / high + 1 / low)
  }

  private static func oneSided(
    reference: Double,
    decision: Double,
    shift: Double
  ) throws(QualityError) -> Double {
    let rule = GaussLegendre(count: max(40, min(400, Int(12 * decision))))
    let nodes = [0] + rule.nodes.map { 0.5 * decision * ($0 + 1) }
    let size = nodes.count
    var matrix = Array(repeating: 0.0, count: size * size)
    for row in 0..<size {
      for column in 0..<size {
        let deviate = nodes[column] - nodes[row] + reference - shift
        // The sum returns to zero, a state of its own with a probability instead of a density.
        let share =
          column == 0
          ? NormalDistribution.probability(below: deviate)
          : 0.5 * decision * rule.weights[column - 1] * exp(-0.5 * deviate * deviate)
            / (2 * Double.pi).squareRoot()
        matrix[row * size + column] = (row == column ? 1 : 0) - share
      }
    }
    guard let lengths = DenseSystem.solution(matrix, Array(repeating: 1, count: size)) else {
      throw .noSpread
    }
    return lengths[0]
  }
}
