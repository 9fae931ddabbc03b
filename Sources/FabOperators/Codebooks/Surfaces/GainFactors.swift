import FabNumerics
import Foundation

/// A gain surface as a short sum of products of functions of one operand each: sums of products of real multipliers are
/// then matrix products, four times as long.
///
/// With `s` and `u` the logarithms of the operands, from -1 to 1 over the domain, the gain of a unit is
/// `sum over t of s^t (sum over p of c(t, p) u^p)`: the polynomial in both that is exact at four by four Chebyshev points.
/// First operands become their powers, the same for all units; what stands in a unit has coefficients of its own.
///
/// > Validity: Gains agree with those of ``GainSurface/value(_:_:unit:of:extrapolates:)`` to ``largestError``, which is measured on
/// > the surface's grid for the mean; `GainFactorsTests` holds units against it, too.
public struct GainFactors: Hashable, Sendable {
  /// Products of functions that stand for the gain: powers of the first operand's logarithm [ours].
  public static let termCount = 4
  /// Powers of the second operand's logarithm [ours].
  static let powerCount = 4

  /// The surface.
  public let surface: GainSurface
  /// The largest relative error of the mean gain at the points of the surface's grid.
  public let largestError: Double

  /// The positions of magnitudes.
  let scale: MagnitudeScale
  /// The mean logarithm of the gain at the points, `[first, second]`.
  private let means: [Float]
  /// The components at the points, `[first, second, component]`.
  private let components: [Float]
  /// From values at the points to coefficients, of either operand, `[power, point]`.
  private let firstTransform: [Float]
  private let secondTransform: [Float]

  /// Splits the gain of a multiplier.
  ///
  /// - Parameter surface: The gain.
  /// - Precondition: The surface is of a product.
  public init(_ surface: GainSurface) {
    precondition(surface.operation == .product, "sums are of products")
    self.surface = surface
    scale = MagnitudeScale(surface.domain)
    let (low, high) = (log(surface.domain.lowerBound), log(surface.domain.upperBound))
    let points = (
      first: Self.chebyshevPoints(Self.termCount), second: Self.chebyshevPoints(Self.powerCount)
    )
    firstTransform = Self.monomials(points.first)
    secondTransform = Self.monomials(points.second)
    let total = surface.deviations.componentCount
    let pure = DrawnUnits(
      count: max(total, 1),
      componentCount: total,
      weights: (0..<total).flatMap { one in (0..<total).map { $0 == one ? 1 : 0 } }
    )
    var (means, components): ([Float], [Float]) = ([], [])
    for s in points.first {
      for u in points.second {
        let (a, b) = (
          exp(low + (high - low) * (s + 1) / 2), exp(low + (high - low) * (u + 1) / 2)
        )
        let gain = surface.gain(a, b)
        means.append(Float(log(gain)))
        for component in 0..<total {
          let value = surface.value(a, b, unit: component, of: pure)
          components.append(Float(log(value / (a * b * gain))))
        }
      }
    }
    (self.means, self.components) = (means, components)
    var coefficients = Array(repeating: FloatLanes(repeating: 0), count: Self.coefficientCount)
    let transforms = (firstTransform, secondTransform)
    Self.coefficients(means.map { FloatLanes(repeating: $0) }, transforms, &coefficients)
    var largest = 0.0
    let operands = surface.operands
    for a in operands {
      let s = 2 * (log(a) - low) / (high - low) - 1
      for b in operands {
        let u = 2 * (log(b) - low) / (high - low) - 1
        var gain = 0.0
        for (index, coefficient) in coefficients.enumerated() {
          let (term, power) = (index / Self.powerCount, index % Self.powerCount)
          gain += Double(coefficient.vector[0]) * pow(s, Double(term)) * pow(u, Double(power))
        }
        largest = max(largest, abs(gain / surface.gain(a, b) - 1))
      }
    }
    largestError = largest
  }

  /// Coefficients of a unit.
  static let coefficientCount = termCount * powerCount

  /// Where polynomials are fitted: the zeros of a Chebyshev polynomial.
  private static func chebyshevPoints(_ count: Int) -> [Double] {
    (0..<count).map { -cos((Double($0) + 0.5) * .pi / Double(count)) }
  }

  /// The matrix from values at points to the coefficients of powers, `[power, point]`: Lagrange's polynomials, multiplied out.
  private static func monomials(_ points: [Double]) -> [Float] {
    var matrix = Array(repeating: Float(0), count: points.count * points.count)
    for (index, point) in points.enumerated() {
      var polynomial = [1.0]
      for (other, zero) in points.enumerated() where other != index {
        var product = Array(repeating: 0.0, count: polynomial.count + 1)
        for (power, coefficient) in polynomial.enumerated() {
          product[power + 1] += coefficient / (point - zero)
          product[power] -= coefficient * zero / (point - zero)
        }
        polynomial = product
      }
      for (power, coefficient) in polynomial.enumerated() {
        matrix[power * points.count + index] = Float(coefficient)
      }
    }
    return matrix
  }

  /// The coefficients of as many units as lanes, `[term, power]`, from the logarithms of their gains at the points.
  private static func coefficients(
    _ logarithms: [FloatLanes],
    _ transforms: (first: [Float], second: [Float]),
    _ result: inout [FloatLanes]
  ) {
    let gains = logarithms.map { $0.exponential() }
    for term in 0..<termCount {
      var sums = Array(repeating: FloatLanes(repeating: 0), count: powerCount)
      for point in 0..<termCount {
        let share = FloatLanes(repeating: transforms.first[term * termCount + point])
        for other in 0..<powerCount {
          sums[other] = sums[other].addingProduct(share, gains[point * powerCount + other])
        }
      }
      for power in 0..<powerCount {
        var sum = FloatLanes(repeating: 0)
        for other in 0..<powerCount {
          let share = FloatLanes(repeating: transforms.second[power * powerCount + other])
          sum = sum.addingProduct(share, sums[other])
        }
        result[term * powerCount + power] = sum
      }
    }
  }

  /// The coefficients of mean units, the same in each lane.
  func meanCoefficients() -> [FloatLanes] {
    var result = Array(repeating: FloatLanes(repeating: 0), count: Self.coefficientCount)
    let logarithms = means.map { FloatLanes(repeating: $0) }
    Self.coefficients(logarithms, (firstTransform, secondTransform), &result)
    return result
  }

  /// The coefficients of as many units as lanes.
  ///
  /// - Parameters:
  ///   - weights: The weight of each component, a lane a unit.
  ///   - result: What is filled, `[term, power]`.
  func coefficients(_ weights: [FloatLanes], into result: inout [FloatLanes]) {
    var logarithms = means.map { FloatLanes(repeating: $0) }
    for point in logarithms.indices {
      let first = point * weights.count
      for (component, weight) in weights.enumerated() {
        logarithms[point] = logarithms[point]
          .addingProduct(weight, FloatLanes(repeating: components[first + component]))
      }
    }
    Self.coefficients(logarithms, (firstTransform, secondTransform), &result)
  }

  /// Writes the factors of first operands, each times its operand.
  ///
  /// - Parameters:
  ///   - source: The operands, row by row.
  ///   - rows: The rows.
  ///   - columns: Operands of a row.
  ///   - stride: From row to row of the source.
  ///   - scale: What operands are multiplied by before.
  ///   - result: Where the factors go, `[row, term, column]`.
  ///   - squares: Where the squares of operands go, `[row, column]`; `nil` for nowhere.
  /// - Returns: The number of magnitudes outside the domain, zeros apart.
  public func split(
    _ source: UnsafePointer<Float>,
    rows: Int,
    columns: Int,
    stride: Int,
    scale: Float,
    into result: UnsafeMutablePointer<Float>,
    squares: UnsafeMutablePointer<Float>? = nil
  ) -> Int {
    var outside = SIMD16<Int32>(repeating: 0)
    let (unit, positions) = (FloatLanes(repeating: scale), self.scale)
    for row in 0..<rows {
      let (line, target) = (source + row * stride, result + row * Self.termCount * columns)
      var next = 0
      while next < columns {
        let run = FloatLanes.run(from: next, of: columns)
        let column = run.start
        var x = FloatLanes(first: run.number, at: line + column) * unit
        let s = positions.positions(x, fresh: run.fresh, outside: &outside)
        if let squares {
          (x * x).write(first: run.number, to: squares + row * columns + column)
        }
        for term in 0..<Self.termCount {
          x.write(first: run.number, to: target + term * columns + column)
          x = x * s
        }
        next += FloatLanes.count
      }
    }
    return Int(outside.wrappedSum())
  }
}
