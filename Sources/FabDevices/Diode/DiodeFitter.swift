import FabNumerics
public import FabUnits
import Foundation

/// Fits `I0`, `n`, `Rs` and `Rsh` to measured curves.
///
/// The residual of a point is `asinh(I/2r)` of the law minus that of the point, `r` the resolution: the
/// difference of logarithms for currents above `r`, so that every decade counts alike, and harmless where the
/// current changes sign. Parameters are fitted as logarithms; their intervals are those of Student's t, carried
/// back. `Rs` and `Rsh` whose logarithm is uncertain by more than a factor of ten are set to zero and infinity
/// and the rest is fitted anew.
///
/// > Validity: relative scatter of the points about equal in all decades; intervals cover the truth as often as
/// > they say (`DiodeFitTests`).
public struct DiodeFitter: Hashable, Sendable {
  /// The smallest current that the instrument tells from zero, in ampere.
  public let resolution: Double
  /// The probability with which the intervals cover the truth.
  public let confidence: Double

  /// The least number of points of a fit: four parameters and four more.
  public static let neededPoints = 8
  /// The least span of the forward current, in decades.
  public static let neededDecades = 1.0

  /// Creates a fitter.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` unless the resolution is positive and the
  ///   confidence lies within 0.5...0.9999.
  public init(resolution: Double = 1e-12, confidence: Double = 0.95) throws(DeviceError) {
    try ParameterCheck.isPositive(resolution, .current)
    try ParameterCheck.lies(confidence, in: 0.5...0.9999, .share)
    self.resolution = resolution
    self.confidence = confidence
  }

  /// Returns the fit of every branch of a measurement that has points enough; a single sweep has one.
  ///
  /// - Throws: The ``DiodeFitError`` of the larger branch where none can be fitted.
  public func fits(
    _ measurement: DiodeMeasurement,
    temperature: Temperature,
    area: Area
  ) throws(DiodeFitError) -> [SweepBranch: DiodeFit] {
    var result: [SweepBranch: DiodeFit] = [:]
    var failures: [(size: Int, error: DiodeFitError)] = []
    for branch in SweepBranch.allCases {
      let indices = measurement.indices(of: branch)
      do {
        result[branch] = try fit(measurement, of: indices, temperature: temperature, area: area)
      } catch {
        failures.append((indices.count, error))
      }
    }
    if result.isEmpty, let failure = failures.max(by: { $0.size < $1.size }) { throw failure.error }
    return result
  }

  /// Returns the fit of all points together, whatever the direction of the sweep.
  ///
  /// - Throws: ``DiodeFitError``.
  public func fit(
    _ measurement: DiodeMeasurement,
    temperature: Temperature,
    area: Area
  ) throws(DiodeFitError) -> DiodeFit {
    try fit(
      measurement,
      of: Array(measurement.voltages.indices),
      temperature: temperature,
      area: area
    )
  }

  private func fit(
    _ measurement: DiodeMeasurement,
    of indices: [Int],
    temperature: Temperature,
    area: Area
  ) throws(DiodeFitError) -> DiodeFit {
    do {
      try ParameterCheck.lies(temperature.siValue, in: 50...1000, .temperature)
      try ParameterCheck.isPositive(area.siValue, .area)
    } catch {
      throw .badCondition(error)
    }
    let chosen = Set(indices)
    let excluded = measurement.exclusions(resolution: resolution)
      .filter {
        chosen.contains($0.index)
      }
    let left = Set(excluded.map(\.index))
    let points = measurement.points(at: indices.filter { !left.contains($0) })
    guard points.count >= Self.neededPoints else {
      throw .tooFewPoints(used: points.count, needed: Self.neededPoints, excluded: excluded)
    }
    let start = try DiodeStart(points: points, temperature: temperature)
    let problem = DiodeFitProblem(points: points, temperature: temperature, resolution: resolution)
    return try solved(problem, start, excluded, temperature, area)
  }

  private func solved(
    _ problem: DiodeFitProblem,
    _ start: DiodeStart,
    _ excluded: [PointExclusion],
    _ temperature: Temperature,
    _ area: Area
  ) throws(DiodeFitError) -> DiodeFit {
    guard let (free, fitted) = sharpest(problem, start) else { throw .notConverged(rSquared: nil) }
    let quality = problem.quality(of: fitted.parameters, free)
    func estimate(_ parameter: DiodeFitProblem.Parameter) -> ParameterEstimate? {
      guard let index = free.firstIndex(of: parameter) else { return nil }
      let range = fitted.interval(of: index, level: confidence)
      return ParameterEstimate(
        value: exp(fitted.parameters[index]),
        interval: exp(range.lowerBound)...exp(range.upperBound)
      )
    }
    guard quality.rSquared > 0.5, let current = estimate(.saturationCurrent),
      let ideality = estimate(.ideality)
    else { throw .notConverged(rSquared: quality.rSquared) }
    return DiodeFit(
      saturationCurrent: current,
      ideality: ideality,
      seriesResistance: estimate(.series),
      shuntResistance: estimate(.shunt),
      rSquared: quality.rSquared,
      logScatter: quality.logScatter,
      pointCount: problem.points.count,
      excluded: excluded,
      temperature: temperature,
      area: area
    )
  }

  /// Returns the fit with the most losses that are all sharp; of two equally many the one nearer to the points.
  private func sharpest(
    _ problem: DiodeFitProblem,
    _ start: DiodeStart
  ) -> (free: [DiodeFitProblem.Parameter], fit: LeastSquaresFit)? {
    let choices: [[[DiodeFitProblem.Parameter]]] = [
      [[.series, .shunt]], [[.series], [.shunt]], [[]],
    ]
    for sameCount in choices {
      let sharp = sameCount.compactMap {
        losses -> ([DiodeFitProblem.Parameter], LeastSquaresFit)? in
        let free = [.saturationCurrent, .ideality] + losses
        guard let fit = problem.fit(free, from: start) else { return nil }
        let isSharp = free.indices.allSatisfy { index in
          !free[index].isLoss || fit.standardError(of: index) <= log(10.0)
        }
        return isSharp ? (free, fit) : nil
      }
      if let best = sharp.min(by: { $0.1.residualSum < $1.1.residualSum }) { return best }
    }
    return nil
  }
}
