import FabNumerics
import Foundation

/// What units make of one number: mean, spread and how single units deviate, over an even grid of inputs.
///
/// Inputs and outputs are numbers as a network has them: of a softplus curve the ideal is `ln(1 + exp(x))`. Between
/// points the mean is a monotone cubic, the deviation of a unit a straight line. Outputs of a logarithmic curve span decades and
/// err by factors: its tables are of the logarithm of the output.
public struct ResponseCurve: Hashable, Sendable {
  /// What the tables are of.
  public enum Scale: String, Hashable, Sendable, CaseIterable, Codable {
    /// The output.
    case linear
    /// The logarithm of the output.
    case logarithmic
  }

  /// The inputs of the first and the last point.
  public let domain: ClosedRange<Double>
  /// What the tables are of.
  public let scale: Scale
  /// The mean over units at each point.
  public let means: [Double]
  /// The standard deviation from unit to unit at each point.
  public let spreads: [Float]
  /// The standard deviation from reading to reading of one unit at each point.
  public let readoutSpreads: [Float]
  /// How units deviate from the mean.
  public let deviations: UnitDeviations
  /// How inputs become voltages, of the nominal unit.
  public let inputScale: DeviceScale
  /// How outputs were currents, of the nominal unit.
  public let outputScale: DeviceScale

  let step: Double
  private let slopes: [Double]
  /// Value and slope times step of each point in turn.
  let knots: [Float]

  /// The numbers of points that a grid may have.
  public static let pointRange = 2...65_536

  /// Creates a curve.
  ///
  /// - Returns: `nil` unless the tables are equally long, of 2...65536 points, finite, and the domain isn't empty.
  init?(
    domain: ClosedRange<Double>,
    scale: Scale,
    means: [Double],
    spreads: [Float],
    readoutSpreads: [Float],
    deviations: UnitDeviations,
    inputScale: DeviceScale,
    outputScale: DeviceScale
  ) {
    let count = means.count
    guard Self.pointRange.contains(count), spreads.count == count, readoutSpreads.count == count,
      deviations.pointCount == count, domain.lowerBound < domain.upperBound,
      (domain.upperBound - domain.lowerBound).isFinite
    else { return nil }
    let step = (domain.upperBound - domain.lowerBound) / Double(count - 1)
    let grid = Self.grid(domain, count)
    guard let cubic = MonotoneCubic(x: grid, y: means) else { return nil }
    self.domain = domain
    self.scale = scale
    self.means = means
    self.spreads = spreads
    self.readoutSpreads = readoutSpreads
    self.deviations = deviations
    self.inputScale = inputScale
    self.outputScale = outputScale
    self.step = step
    slopes = cubic.slopes
    knots = zip(means, cubic.slopes).flatMap { [Float($0), Float($1 * step)] }
  }

  /// The inputs of the points.
  public var inputs: [Double] { Self.grid(domain, means.count) }

  static func grid(_ domain: ClosedRange<Double>, _ count: Int) -> [Double] {
    let step = (domain.upperBound - domain.lowerBound) / Double(count - 1)
    return (0..<count)
      .map { $0 == count - 1 ? domain.upperBound : domain.lowerBound + step * Double($0) }
  }

  /// Returns the output of the mean unit; of a logarithmic curve the geometric mean.
  ///
  /// - Parameters:
  ///   - input: The input.
  ///   - extrapolates: Whether the curve goes on straight beyond the domain instead of keeping its end.
  /// - Returns: The output; NaN for NaN.
  public func mean(at input: Double, extrapolates: Bool = false) -> Double {
    let value = table(at: input, weights: [], extrapolates).value
    return scale == .linear ? value : exp(value)
  }

  /// Returns the derivative of ``mean(at:extrapolates:)``.
  public func derivative(at input: Double, extrapolates: Bool = false) -> Double {
    let (value, slope) = table(at: input, weights: [], extrapolates)
    return scale == .linear ? slope : exp(value) * slope
  }

  /// Returns the output of a drawn unit.
  ///
  /// - Parameters:
  ///   - input: The input.
  ///   - unit: The unit's place in the set.
  ///   - units: The set.
  ///   - extrapolates: Whether the curve goes on straight beyond the domain instead of keeping its end.
  /// - Returns: The output; NaN for NaN.
  public func value(
    at input: Double,
    unit: Int,
    of units: DrawnUnits,
    extrapolates: Bool = false
  ) -> Double {
    let value = table(at: input, weights: units.weights(of: unit), extrapolates).value
    return scale == .linear ? value : exp(value)
  }

  /// Returns the standard deviation from unit to unit; of a logarithmic curve relative to the output.
  ///
  /// Beyond the domain it's that of the nearest end.
  public func spread(at input: Double) -> Double { straight(spreads, at: input) }

  /// Returns the standard deviation from reading to reading; of a logarithmic curve relative to the output.
  ///
  /// Beyond the domain it's that of the nearest end.
  public func readoutSpread(at input: Double) -> Double { straight(readoutSpreads, at: input) }

  private func straight(_ values: [Float], at input: Double) -> Double {
    guard !input.isNaN else { return input }
    let (index, t) = place(min(max(input, domain.lowerBound), domain.upperBound))
    return (1 - t) * Double(values[index]) + t * Double(values[index + 1])
  }

  private func place(_ input: Double) -> (index: Int, t: Double) {
    let position = (input - domain.lowerBound) / step
    let index = min(max(0, Int(position)), means.count - 2)
    return (index, min(1, max(0, position - Double(index))))
  }

  /// The value and slope of the table, with a unit's deviation.
  private func table(
    at input: Double,
    weights: [Double],
    _ extrapolates: Bool
  ) -> (value: Double, slope: Double) {
    guard !input.isNaN else { return (input, input) }
    let inside = min(max(input, domain.lowerBound), domain.upperBound)
    let (index, t) = place(inside)
    let s = 1 - t
    let (low, high) = (means[index], means[index + 1])
    let (left, right) = (slopes[index] * step, slopes[index + 1] * step)
    var value = s * s * ((1 + 2 * t) * low + t * left) + t * t * ((1 + 2 * s) * high - s * right)
    var slope =
      (6 * s * t * (high - low) + s * (1 - 3 * t) * left + t * (1 - 3 * s) * right) / step
    for (component, weight) in weights.enumerated() {
      let base = component * means.count + index
      let (one, next) = (
        Double(deviations.components[base]), Double(deviations.components[base + 1])
      )
      value += weight * (s * one + t * next)
      slope += weight * (next - one) / step
    }
    guard inside != input else { return (value, slope) }
    return extrapolates ? (value + slope * (input - inside), slope) : (value, 0)
  }
}
