import Foundation

/// What units of a multiplier or divider make of two operands, over the exact result: the gain.
///
/// Operands are numbers, the reference current being one: a product is `x y`, a quotient `x / y`. The tables are of the
/// logarithm of the gain, over a grid that is even in the logarithms of both operands, and are bilinear in them. Signs
/// are steered around the units: the gain is that of the magnitudes.
///
/// > Source: Translinear units err by factors: every error of a saturation current or an offset voltage is one; B. Gilbert,
/// > *Translinear circuits: a proposed classification*, Electron. Lett. 11, 14 (1975).
public struct GainSurface: Hashable, Sendable {
  /// What is computed exactly.
  public let operation: CurrentArithmetic.Operation
  /// The magnitudes of either operand.
  public let domain: ClosedRange<Double>
  /// The number of points along each operand.
  public let pointCount: Int
  /// The mean logarithm of the gain, shape `[first, second]`.
  public let means: [Double]
  /// The standard deviation of the logarithm of the gain from unit to unit, shape `[first, second]`.
  public let spreads: [Float]
  /// How units deviate from the mean logarithm.
  public let deviations: UnitDeviations
  /// The standard deviation from reading to reading, relative to the result.
  public let readoutSpread: Double
  /// The current of an operand of one, in ampere.
  public let operandCurrent: Double

  /// The natural logarithm of the smallest magnitude.
  private let start: Double
  private let step: Double

  /// The numbers of points that a grid may have along an operand.
  public static let pointRange = 2...1024

  /// Creates a surface.
  ///
  /// - Returns: `nil` unless the tables have the grid's size, are finite, and the domain is positive and isn't empty.
  init?(
    operation: CurrentArithmetic.Operation,
    domain: ClosedRange<Double>,
    pointCount: Int,
    means: [Double],
    spreads: [Float],
    deviations: UnitDeviations,
    readoutSpread: Double,
    operandCurrent: Double
  ) {
    let size = pointCount * pointCount
    guard Self.pointRange.contains(pointCount), means.count == size, spreads.count == size,
      deviations.pointCount == size, means.allSatisfy(\.isFinite),
      domain.lowerBound > 0, domain.lowerBound < domain.upperBound, domain.upperBound.isFinite
    else { return nil }
    self.operation = operation
    self.domain = domain
    self.pointCount = pointCount
    self.means = means
    self.spreads = spreads
    self.deviations = deviations
    self.readoutSpread = readoutSpread
    self.operandCurrent = operandCurrent
    start = log(domain.lowerBound)
    step = (log(domain.upperBound) - log(domain.lowerBound)) / Double(pointCount - 1)
  }

  /// The magnitudes of the grid along either operand.
  public var operands: [Double] { Self.grid(domain, pointCount) }

  static func grid(_ domain: ClosedRange<Double>, _ count: Int) -> [Double] {
    let (low, high) = (log(domain.lowerBound), log(domain.upperBound))
    return (0..<count)
      .map { index in
        switch index {
        case 0: domain.lowerBound
        case count - 1: domain.upperBound
        default: exp(low + (high - low) / Double(count - 1) * Double(index))
        }
      }
  }

  /// Returns the exact result.
  public func ideal(_ x: Double, _ y: Double) -> Double {
    operation == .product ? x * y : x / y
  }

  /// Returns the gain of the mean unit, the geometric mean over units.
  ///
  /// - Parameters:
  ///   - x: The first operand; its sign doesn't matter.
  ///   - y: The second operand; its sign doesn't matter.
  ///   - extrapolates: Whether the logarithm goes on straight beyond the domain instead of keeping its end.
  /// - Returns: The gain; NaN for NaN.
  public func gain(_ x: Double, _ y: Double, extrapolates: Bool = false) -> Double {
    exp(logGain(place(x, extrapolates), place(y, extrapolates), weights: []))
  }

  /// Returns the result of the mean unit.
  public func mean(_ x: Double, _ y: Double, extrapolates: Bool = false) -> Double {
    ideal(x, y) * gain(x, y, extrapolates: extrapolates)
  }

  /// Returns the result of a drawn unit.
  public func value(
    _ x: Double,
    _ y: Double,
    unit: Int,
    of units: DrawnUnits,
    extrapolates: Bool = false
  ) -> Double {
    let exponent = logGain(
      place(x, extrapolates),
      place(y, extrapolates),
      weights: units.weights(of: unit)
    )
    return ideal(x, y) * exp(exponent)
  }

  /// Returns the derivatives of the mean unit's result by both operands, inside the domain.
  public func derivatives(_ x: Double, _ y: Double) -> (first: Double, second: Double) {
    let (one, other) = (place(x, false), place(y, false))
    let corners = self.corners(one.index, other.index) { means[$0] }
    let alongX =
      ((1 - other.t) * (corners.2 - corners.0) + other.t * (corners.3 - corners.1)) / step
    let alongY = ((1 - one.t) * (corners.1 - corners.0) + one.t * (corners.3 - corners.2)) / step
    let result = mean(x, y)
    let sign = operation == .product ? 1.0 : -1
    return (
      result / x * (1 + (isInside(x) ? alongX : 0)),
      result / y * (sign + (isInside(y) ? alongY : 0))
    )
  }

  /// Returns the standard deviation of the logarithm of the gain from unit to unit: nearly that of the gain.
  public func spread(_ x: Double, _ y: Double) -> Double {
    let (one, other) = (place(x, false), place(y, false))
    return Self.bilinear(corners(one.index, other.index) { Double(spreads[$0]) }, one.t, other.t)
  }

  private func isInside(_ operand: Double) -> Bool { domain.contains(abs(operand)) }

  typealias GridPlace = (index: Int, t: Double)

  private func place(_ operand: Double, _ extrapolates: Bool) -> GridPlace {
    guard !operand.isNaN else { return (0, operand) }
    // An operand of zero has no logarithm; nothing beyond the doubled grid is meant seriously.
    let magnitude = min(max(abs(operand), 1e-300), 1e300)
    let position = (log(magnitude) - start) / step
    let last = Double(pointCount - 1)
    let inside = min(max(position, 0), last)
    let index = min(Int(inside), pointCount - 2)
    return (index, (extrapolates ? position : inside) - Double(index))
  }

  private func corners(
    _ first: Int,
    _ second: Int,
    _ value: (Int) -> Double
  ) -> (Double, Double, Double, Double) {
    let base = first * pointCount + second
    return (value(base), value(base + 1), value(base + pointCount), value(base + pointCount + 1))
  }

  private static func bilinear(
    _ corners: (Double, Double, Double, Double),
    _ t: Double,
    _ u: Double
  ) -> Double {
    (1 - t) * ((1 - u) * corners.0 + u * corners.1) + t * ((1 - u) * corners.2 + u * corners.3)
  }

  private func logGain(_ one: GridPlace, _ other: GridPlace, weights: [Double]) -> Double {
    var sum = Self.bilinear(corners(one.index, other.index) { means[$0] }, one.t, other.t)
    let size = pointCount * pointCount
    for (component, weight) in weights.enumerated() {
      let base = component * size
      sum +=
        weight
        * Self.bilinear(
          corners(one.index, other.index) { Double(deviations.components[base + $0]) },
          one.t,
          other.t
        )
    }
    return sum
  }
}
