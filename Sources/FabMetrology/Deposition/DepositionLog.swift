import FabNumerics

/// What a crystal monitor logged of one film.
public struct DepositionLog: Hashable, Sendable {
  /// What the log calls the film, its run or its layer; empty where it doesn't.
  public let name: String
  /// Times in s; empty where the log has only a summary, as all series here.
  public let times: [Double]
  /// Rates in Å/s; empty where the log has none.
  public let rates: [Double]
  /// Thicknesses in nm; empty where the log has none.
  public let thicknesses: [Double]
  /// Frequencies in Hz; empty where the log has none.
  public let frequencies: [Double]
  /// The mean rate in Å/s: as the log states it, else of all logged rates above a tenth of the largest, so that ramps
  /// and waiting don't count.
  public let meanRate: Double?
  /// The standard deviation of the same rates, in Å/s.
  public let rateDeviation: Double?
  /// The thickness at the end, in nm.
  public let endThickness: Double?
  /// What the log says besides, as `key = value`.
  public let metadata: [String]

  /// Creates the log of series; statistics are computed from them.
  init(
    name: String,
    times: [Double],
    rates: [Double],
    thicknesses: [Double],
    frequencies: [Double],
    metadata: [String]
  ) {
    self.name = name
    self.times = times
    self.rates = rates
    self.thicknesses = thicknesses
    self.frequencies = frequencies
    self.metadata = metadata
    let floor = 0.1 * (rates.max() ?? 0)
    let growing = rates.filter { $0 > floor }
    let statistics = SampleStatistics(growing)
    meanRate = statistics?.mean
    rateDeviation = growing.count > 1 ? statistics?.standardDeviation : nil
    endThickness = thicknesses.last
  }

  /// Creates the log of a summary.
  init(
    name: String,
    meanRate: Double?,
    rateDeviation: Double?,
    endThickness: Double?,
    metadata: [String]
  ) {
    self.name = name
    self.meanRate = meanRate
    self.rateDeviation = rateDeviation
    self.endThickness = endThickness
    self.metadata = metadata
    (times, rates, thicknesses, frequencies) = ([], [], [], [])
  }
}
