import FabNumerics
import Foundation

/// What the ranges and standard deviations of normal samples are on average, for a true deviation of one.
public struct ChartConstants: Hashable, Sendable {
  /// The sizes of subgroups that charts allow.
  public static let sizes = 2...1000

  /// The size of the sample.
  public let size: Int
  /// The mean of the range.
  public let d2: Double
  /// The standard deviation of the range.
  public let d3: Double
  /// The mean of the standard deviation.
  public let c4: Double

  /// Computes the constants of a size.
  ///
  /// - Throws: ``QualityError/outOfRange(parameter:found:expected:)`` for sizes outside 2...1000.
  ///
  /// > Source: L. H. C. Tippett, *On the extreme individuals and the range of samples taken from a normal
  /// > population*, Biometrika 17, 364 (1925): the range stays below `w` with the probability
  /// > `n ∫ φ(x) (Φ(x + w) - Φ(x))^(n - 1) dx`. `c4 = sqrt(2/(n - 1)) Γ(n/2)/Γ((n - 1)/2)`.
  public init(size: Int) throws(QualityError) {
    guard Self.sizes.contains(size) else {
      throw .outOfRange(parameter: "subgroup size", found: Double(size), expected: "2 to 1000")
    }
    self.size = size
    let number = Double(size)
    c4 =
      (2 / (number - 1)).squareRoot() * exp(lgamma(number / 2) - lgamma((number - 1) / 2))
    // Steps of 1/32 from -9 to 9: the inner sum converges faster than any power, Simpson's rule to 1e-9.
    let step = 1.0 / 32
    let reach = 9.0
    let count = Int(2 * reach / step)
    let below = (0...2 * count)
      .map {
        NormalDistribution.probability(below: Double($0) * step - reach)
      }
    let density = (0...count)
      .map { index in
        let x = Double(index) * step - reach
        return exp(-0.5 * x * x) / (2 * Double.pi).squareRoot()
      }
    var first = 0.0
    var second = 0.0
    for width in 0...count {
      var sum = 0.0
      for index in 0...count {
        sum += density[index] * Self.power(below[index + width] - below[index], size - 1)
      }
      let above = 1 - number * step * sum
      let simpson = (width == 0 || width == count) ? 1.0 : (width % 2 == 1 ? 4.0 : 2.0)
      first += simpson * above
      second += simpson * above * Double(width) * step
    }
    d2 = first * step / 3
    d3 = max(0, 2 * second * step / 3 - d2 * d2).squareRoot()
  }

  /// The standard deviation of the sample's standard deviation.
  public var deviationSpread: Double { (1 - c4 * c4).squareRoot() }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var (result, factor, rest) = (1.0, base, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result *= factor }
      factor *= factor
      rest >>= 1
    }
    return result
  }
}
