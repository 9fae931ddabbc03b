import FabNumerics

/// The exponent of a source from the thickness of witness pieces.
public struct ExponentFit: Hashable, Sendable {
  /// The exponent n.
  public let exponent: Double
  /// The interval that covers the true exponent, from Student's t.
  public let interval: ClosedRange<Double>
  /// The relative scatter of the thicknesses about the law.
  public let relativeScatter: Double

  /// Fits the exponent to thicknesses on pieces in the plane of the wafer, which stood still.
  ///
  /// The logarithm of the thickness is a straight line over that of `1 + d²/h²`, with the slope `-(n + 3)/2`: every
  /// piece counts alike in percent, and the emitted mass needn't be known.
  ///
  /// - Parameters:
  ///   - thicknesses: A thickness of each piece, in any unit.
  ///   - points: Where the pieces lay.
  ///   - offset: Where the source stood.
  ///   - distance: The distance of the source below the plane, in millimetre.
  ///   - level: The probability with which the interval covers the truth.
  /// - Throws: ``EvaporationError/tooFew(found:needed:)`` for fewer than three pieces or as many thicknesses as
  ///   points missing, ``EvaporationError/notFinite(index:)`` also for a thickness that isn't positive,
  ///   ``EvaporationError/undetermined``, ``EvaporationError/outOfRange(parameter:found:expected:)``.
  public init(
    thicknesses: [Double],
    at points: [WaferPoint],
    offset: WaferPoint,
    distance: Double,
    level: Double = 0.95
  ) throws(EvaporationError) {
    guard thicknesses.count == points.count, points.count >= 3 else {
      throw .tooFew(found: min(thicknesses.count, points.count), needed: max(3, points.count))
    }
    guard distance > 0, distance.isFinite else {
      throw .outOfRange(parameter: "distance", found: distance, expected: "above zero")
    }
    guard level > 0, level < 1 else {
      throw .outOfRange(parameter: "level", found: level, expected: "between 0 and 1")
    }
    for (index, thickness) in thicknesses.enumerated()
    where !(thickness > 0 && thickness.isFinite && points[index].radius.isFinite) {
      throw .notFinite(index: index)
    }
    let x = points.map { point in
      let right = point.x - offset.x
      let up = point.y - offset.y
      return Self.log(1 + (right * right + up * up) / (distance * distance))
    }
    let y = thicknesses.map(Self.log)
    guard let horizontal = SampleStatistics(x), let vertical = SampleStatistics(y),
      horizontal.standardDeviation > 1e-6
    else { throw .undetermined }
    let number = Double(x.count)
    let squares = horizontal.standardDeviation * horizontal.standardDeviation * (number - 1)
    let products = zip(x, y)
      .reduce(0) { $0 + ($1.0 - horizontal.mean) * ($1.1 - vertical.mean) }
    let slope = products / squares
    let rest = zip(x, y)
      .reduce(0) { sum, item in
        let residual = item.1 - vertical.mean - slope * (item.0 - horizontal.mean)
        return sum + residual * residual
      }
    let scatter = (rest / (number - 2)).squareRoot()
    let student = StudentDistribution(degreesOfFreedom: number - 2)
    let half = 2 * student.quantile(0.5 + level / 2) * scatter / squares.squareRoot()
    exponent = -2 * slope - 3
    interval = exponent - half...exponent + half
    relativeScatter = scatter
  }

  private static func log(_ value: Double) -> Double {
    VectorMath.log(SIMD4(repeating: value))[0]
  }
}
