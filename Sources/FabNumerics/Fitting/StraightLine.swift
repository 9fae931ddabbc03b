/// A straight line through points by least squares.
public struct StraightLine: Hashable, Sendable {
  /// The value at zero.
  public let intercept: Double
  /// The change of the value a unit.
  public let slope: Double
  /// The standard error of ``intercept``, from the scatter about the line.
  public let interceptError: Double
  /// The standard error of ``slope``.
  public let slopeError: Double
  /// The covariance of intercept and slope.
  public let covariance: Double
  /// The share of the scatter that the line explains, 0...1.
  public let determination: Double

  /// Fits the line.
  ///
  /// - Returns: `nil` for fewer than three points, for points at one place, or for values that aren't finite.
  /// - Precondition: There are as many positions as values.
  public init?(_ positions: some Collection<Double>, _ values: some Collection<Double>) {
    precondition(positions.count == values.count, "as many values as positions are expected")
    let count = Double(positions.count)
    guard positions.count >= 3 else { return nil }
    let center = positions.reduce(0, +) / count
    let mean = values.reduce(0, +) / count
    var spread = 0.0
    var product = 0.0
    var total = 0.0
    for (position, value) in zip(positions, values) {
      spread += (position - center) * (position - center)
      product += (position - center) * (value - mean)
      total += (value - mean) * (value - mean)
    }
    guard spread > 0, spread.isFinite, total.isFinite else { return nil }
    slope = product / spread
    intercept = mean - slope * center
    let residual = max(0, total - slope * product)
    let variance = residual / (count - 2)
    slopeError = (variance / spread).squareRoot()
    interceptError = (variance * (1 / count + center * center / spread)).squareRoot()
    covariance = -center * variance / spread
    determination = total > 0 ? 1 - residual / total : 1
  }

  /// Returns the value at a position.
  public func value(at position: Double) -> Double { intercept + slope * position }

  /// The position at which the line is zero; not finite where it's level.
  public var zero: Double { -intercept / slope }

  /// The standard error of ``zero``, by first-order propagation.
  public var zeroError: Double {
    let place = zero
    let variance =
      interceptError * interceptError + 2 * place * covariance + place * place * slopeError
      * slopeError
    return max(0, variance).squareRoot() / abs(slope)
  }
}
