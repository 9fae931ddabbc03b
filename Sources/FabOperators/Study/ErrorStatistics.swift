public import FabNumerics

/// Errors of many units of one operator, as shares: 0.01 is 1 %.
public struct ErrorStatistics: Hashable, Sendable {
  /// Relative errors in magnitude, of all trials whose ideal is above the floor.
  public let relative: SampleStatistics
  /// Errors over full scale in magnitude, of all trials.
  public let fullScale: SampleStatistics
  /// The signed mean of the relative errors.
  public let bias: Double
  /// The mean relative error of each unit.
  public let unitMeans: SampleStatistics
  /// The largest error over full scale of each unit.
  public let unitMaxima: SampleStatistics
  /// The standard deviation of means of ten units each, as the paper takes them; `nil` for fewer than twenty units.
  public let tenUnitSpread: Double?

  /// Creates the statistics; `nil` where an error isn't finite or no ideal is above the floor.
  ///
  /// - Parameters:
  ///   - trials: The trials, one list a unit.
  ///   - fullScale: The largest ideal output.
  ///   - threshold: The magnitude of the ideal above which relative errors count.
  init?(_ trials: [[OperatorTrial]], fullScale: Double, threshold: Double) {
    var relative: [Double] = []
    var scaled: [Double] = []
    var unitMeans: [Double] = []
    var unitMaxima: [Double] = []
    let count = trials.reduce(0) { $0 + $1.count }
    relative.reserveCapacity(count)
    scaled.reserveCapacity(count)
    var bias = 0.0
    for unit in trials {
      var sum = 0.0
      var counted = 0
      var largest = 0.0
      for trial in unit {
        let error = abs(trial.output - trial.ideal) / fullScale
        scaled.append(error)
        largest = max(largest, error)
        guard abs(trial.ideal) > threshold else { continue }
        let value = trial.relativeError
        bias += value
        sum += abs(value)
        counted += 1
        relative.append(abs(value))
      }
      if counted > 0 { unitMeans.append(sum / Double(counted)) }
      if !unit.isEmpty { unitMaxima.append(largest) }
    }
    guard let relatives = SampleStatistics(relative), let scales = SampleStatistics(scaled),
      let means = SampleStatistics(unitMeans), let maxima = SampleStatistics(unitMaxima)
    else { return nil }
    self.relative = relatives
    self.fullScale = scales
    self.bias = bias / Double(relative.count)
    self.unitMeans = means
    self.unitMaxima = maxima
    let groups = unitMeans.count / 10
    tenUnitSpread =
      groups < 2
      ? nil
      : SampleStatistics(
        (0..<groups).map { unitMeans[10 * $0..<10 * $0 + 10].reduce(0, +) / 10 }
      )?
      .standardDeviation
  }
}
