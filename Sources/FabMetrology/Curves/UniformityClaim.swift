public import FabDiagnostics
import FabNumerics

/// Whether a spread over a wafer that somebody states can be told from the noise of its measurement.
public struct UniformityClaim: Hashable, Sendable {
  /// What so many sites can say.
  public enum Verdict: String, CaseIterable, Hashable, Sendable {
    /// Noise alone would give a spread as large: nothing is known of the film.
    case noise
    /// The spread exceeds noise, but its interval reaches below half or above double of the claim.
    case loose
    /// The spread exceeds noise and is known within a factor of two.
    case resolved
  }

  /// The stated standard deviation over the wafer, in the unit of the method.
  public let deviation: Double
  /// The standard deviation that noise alone gives, in the same unit.
  public let noise: Double

  /// Creates the question.
  ///
  /// - Precondition: `deviation` is positive and `noise` isn't negative.
  public init(deviation: Double, noise: Double) {
    precondition(deviation > 0 && noise >= 0, "a deviation is positive and noise isn't negative")
    self.deviation = deviation
    self.noise = noise
  }

  /// Returns the interval of the true over the stated deviation for so many sites.
  ///
  /// - Parameters:
  ///   - count: The number of sites; at least 2.
  ///   - level: The probability that the interval covers the truth.
  ///   - quantile: The quantile of chi-square: probability and degrees of freedom.
  /// - Returns: The interval, 1 inside.
  ///
  /// > Source: G. W. Snedecor, W. G. Cochran, *Statistical methods*, 8th ed., Iowa State, 1989, section 5.11:
  /// > `(n - 1) s² / σ²` is chi-square of `n - 1` degrees of freedom for normal values.
  public static func interval(
    count: Int,
    level: Double = 0.95,
    quantile: (_ probability: Double, _ degreesOfFreedom: Double) -> Double
  ) -> ClosedRange<Double> {
    precondition(count >= 2, "a deviation needs two sites")
    let freedom = Double(count - 1)
    let low = (freedom / quantile(0.5 + level / 2, freedom)).squareRoot()
    let high = (freedom / quantile(0.5 - level / 2, freedom)).squareRoot()
    return low...high
  }

  /// Returns what so many sites can say.
  ///
  /// - Parameters:
  ///   - count: The number of sites; at least 2.
  ///   - level: The probability of the test against noise and of the interval.
  ///   - quantile: The quantile of chi-square: probability and degrees of freedom.
  /// - Returns: The verdict.
  public func verdict(
    count: Int,
    level: Double = 0.95,
    quantile: (_ probability: Double, _ degreesOfFreedom: Double) -> Double
  ) -> Verdict {
    let freedom = Double(count - 1)
    let statistic = freedom * deviation * deviation
    // One-sided: would noise alone reach the stated deviation?
    guard statistic > noise * noise * quantile(level, freedom) else { return .noise }
    let interval = Self.interval(count: count, level: level, quantile: quantile)
    return interval.lowerBound >= 0.5 && interval.upperBound <= 2 ? .resolved : .loose
  }

  /// Returns the deviation of a method on one film measured again and again: noise alone.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - film: The film.
  ///   - step: The distance of points in nm.
  ///   - noise: The standard deviation of the absorbance.
  ///   - draws: How often; at least 2.
  ///   - generator: Where the noise comes from.
  /// - Returns: The standard deviation in nm.
  /// - Throws: A ``DiagnosticError`` with `fit-failed` where the noise hides the edge.
  public static func edgeNoise(
    of method: EdgeMethod,
    film: SyntheticEdge = SyntheticEdge(),
    step: Double,
    noise: Double,
    draws: Int = 200,
    using generator: inout some RandomNumberGenerator
  ) throws(DiagnosticError) -> Double {
    var values: [Double] = []
    for _ in 0..<draws {
      let spectrum = film.spectrum(step: step, noise: noise, using: &generator)
      let edge = try AbsorptionEdge(method: method)
        .estimate(
          name: "synthetic spectrum",
          wavelengths: spectrum.wavelengths,
          absorbances: spectrum.absorbances
        )
      values.append(edge.value)
    }
    return SampleStatistics(values)?.standardDeviation ?? 0
  }

  /// Returns the deviation of a method on one film scanned again and again, the peak at any place between two points.
  ///
  /// - Parameters:
  ///   - method: The method.
  ///   - peak: The peak.
  ///   - step: The distance of points in degree.
  ///   - draws: How often; at least 2.
  ///   - generator: Where places and counts come from.
  /// - Returns: The standard deviation in degree.
  /// - Throws: A ``DiagnosticError`` with `fit-failed` where the noise hides the peak.
  public static func peakNoise(
    of method: PeakMethod,
    peak: SyntheticPeak = SyntheticPeak(),
    step: Double,
    draws: Int = 200,
    using generator: inout some RandomNumberGenerator
  ) throws(DiagnosticError) -> Double {
    var values: [Double] = []
    for _ in 0..<draws {
      var shifted = peak
      // The place between points is the scan's, not the film's: it belongs to the noise of the reading.
      let shift = (generator.uniformDeviate() - 0.5) * step
      shifted.profile.position += shift
      let scan = shifted.scan(step: step, using: &generator)
      let place = try DiffractionPeak(method: method)
        .estimate(name: "synthetic scan", angles: scan.angles, counts: scan.counts)
      values.append(place.value - shift)
    }
    return SampleStatistics(values)?.standardDeviation ?? 0
  }
}
