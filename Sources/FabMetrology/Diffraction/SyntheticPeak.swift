public import FabNumerics

/// Scans of a peak at a known place, with both lines of copper, background and counting noise.
public struct SyntheticPeak: Hashable, Sendable {
  /// The profile of Kα1.
  public var profile: PseudoVoigt
  /// Which lines the tube sends.
  public var radiation: CopperRadiation
  /// Counts of the background at the middle of the scan.
  public var background: Double
  /// Change of the background a degree.
  public var backgroundSlope: Double

  /// Creates a peak; the defaults are a crystalline film's (110) peak counted to 3000.
  public init(
    profile: PseudoVoigt = PseudoVoigt(position: 14.1, height: 3000, width: 0.10, mixing: 0.5),
    radiation: CopperRadiation = .alpha1And2,
    background: Double = 100,
    backgroundSlope: Double = -5
  ) {
    self.profile = profile
    self.radiation = radiation
    self.background = background
    self.backgroundSlope = backgroundSlope
  }

  /// Returns the expected counts at 2θ in degree.
  public func value(at angle: Double) -> Double {
    var sum = background + backgroundSlope * (angle - profile.position) + profile.value(at: angle)
    if radiation == .alpha1And2 {
      var partner = profile
      partner.position = CopperRadiation.alpha2Angle(of: profile.position)
      partner.height *= CopperRadiation.ratio
      sum += partner.value(at: angle)
    }
    return max(0, sum)
  }

  /// Returns a scan with counts of Poisson's law.
  ///
  /// - Parameters:
  ///   - range: 2θ in degree.
  ///   - step: The distance of the points.
  ///   - generator: Where the noise comes from.
  /// - Returns: 2θ and counts, equally many.
  public func scan(
    over range: ClosedRange<Double> = 13.5...14.7,
    step: Double,
    using generator: inout some RandomNumberGenerator
  ) -> (angles: [Double], counts: [Double]) {
    let count = Int(((range.upperBound - range.lowerBound) / step).rounded(.down))
    let angles = (0...count).map { range.lowerBound + Double($0) * step }
    return (angles, angles.map { Self.counts(of: value(at: $0), using: &generator) })
  }

  /// A draw of Poisson's law: by inversion, or above 50 by the normal law, which then differs by less than a count.
  static func counts(of mean: Double, using generator: inout some RandomNumberGenerator) -> Double {
    if mean > 50 {
      return max(0, (mean + mean.squareRoot() * generator.normalDeviate()).rounded())
    }
    var remaining = generator.uniformDeviate()
    var probability = Elementary.exp(-mean)
    var count = 0.0
    while remaining > probability, count < 500 {
      remaining -= probability
      count += 1
      probability *= mean / count
    }
    return count
  }
}
