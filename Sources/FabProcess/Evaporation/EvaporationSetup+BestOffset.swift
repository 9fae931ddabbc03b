extension EvaporationSetup {
  /// Returns the offset of a source from the axis at which a turning wafer gets the most even film.
  ///
  /// - Parameters:
  ///   - exponent: The exponent n of the source.
  ///   - distance: The distance of the source below the wafer, in millimetre.
  ///   - radius: The radius of the area, in millimetre.
  /// - Returns: The offset in millimetre, between zero and twice the distance, and the figures there.
  /// - Throws: ``EvaporationError/outOfRange(parameter:found:expected:)``.
  ///
  /// > Source: J. Kiefer, *Sequential minimax search for a maximum*, Proc. Am. Math. Soc. 4, 502 (1953),
  /// > doi 10.1090/S0002-9939-1953-0055639-3 (golden section).
  public static func bestOffset(
    exponent: Double,
    distance: Double,
    radius: Double
  ) throws(EvaporationError) -> (offset: Double, uniformity: EvaporationUniformity) {
    let source = try EvaporationSource(exponent: exponent, distance: distance)
    func figures(_ offset: Double) throws(EvaporationError) -> EvaporationUniformity {
      try EvaporationSetup([try source.moved(to: offset)], motion: .rotating)
        .uniformity(radius: radius, ringCount: 30)
    }
    let ratio = (5.0.squareRoot() - 1) / 2
    var low = 0.0
    var high = 2 * distance
    var left = high - ratio * (high - low)
    var right = low + ratio * (high - low)
    var leftValue = try figures(left).halfRangePercent
    var rightValue = try figures(right).halfRangePercent
    while high - low > 1e-4 * distance {
      if leftValue <= rightValue {
        high = right
        (right, rightValue) = (left, leftValue)
        left = high - ratio * (high - low)
        leftValue = try figures(left).halfRangePercent
      } else {
        low = left
        (left, leftValue) = (right, rightValue)
        right = low + ratio * (high - low)
        rightValue = try figures(right).halfRangePercent
      }
    }
    let best = 0.5 * (low + high)
    return (best, try figures(best))
  }
}
