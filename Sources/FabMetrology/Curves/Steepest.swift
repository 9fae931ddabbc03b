import FabNumerics

/// The steepest fall of a curve with even steps, between two points by a parabola.
struct Steepest {
  /// The place in steps from the first slope.
  let place: Double
  /// The slope a step, the lowest.
  let slope: Double
  /// Whether it lies within the slopes and not at their ends.
  let isInside: Bool

  /// The curves with other noise from which the uncertainty is computed.
  private static let draws = 100

  /// Finds it; `nil` for fewer than three slopes.
  init?(_ slopes: [Double]) {
    guard slopes.count >= 3,
      let index = slopes.indices.min(by: { slopes[$0] < slopes[$1] })
    else { return nil }
    isInside = index > 0 && index < slopes.count - 1
    let offset =
      isInside ? ParabolaVertex.offset(slopes[index - 1], slopes[index], slopes[index + 1]) : 0
    place = Double(index) + offset
    slope = slopes[index]
  }

  /// The standard uncertainty of the place in steps, by drawing the noise of the curve again (parametric bootstrap).
  ///
  /// > Source: B. Efron, R. J. Tibshirani, *An introduction to the bootstrap*, Chapman & Hall, 1993, section 6.5.
  func uncertainty(of values: [Double], _ filter: SavitzkyGolay) -> Double {
    let noise = Self.noise(of: values)
    guard noise > 0 else { return 0 }
    // One seed: a curve has one uncertainty, however often it's asked.
    var generator = Xoshiro256(seed: 1)
    let places = (0..<Self.draws)
      .compactMap { _ in
        let drawn = values.map { $0 + noise * generator.normalDeviate() }
        return Steepest(filter.applied(to: drawn))?.place
      }
    return SampleStatistics(places)?.standardDeviation ?? 0
  }

  /// The standard deviation of the noise, from third differences: what is smooth over four points has hardly any.
  static func noise(of values: [Double]) -> Double {
    guard values.count > 4 else { return 0 }
    let squares = (0..<values.count - 3)
      .map { index in
        let difference =
          values[index] - 3 * values[index + 1] + 3 * values[index + 2] - values[index + 3]
        return difference * difference
      }
    // The squares of 1, 3, 3 and 1 add up to 20.
    return (squares.reduce(0, +) / Double(squares.count) / 20).squareRoot()
  }
}
