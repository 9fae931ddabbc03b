/// How far programmed weights are from their targets, and how far readings of sums scatter: two things of their own.
///
/// A weight is wrong from programming on and stays so; a reading differs from one to the next. The error of a weight is
/// relative to it and depends on it, over an even grid of weights as shares of the largest; between points it's linear.
public struct WeightErrors: Hashable, Sendable {
  /// The weights of the first and the last point, as shares of the largest.
  public let domain: ClosedRange<Double>
  /// The mean relative error at each point: what lines and neighbours do.
  public let biases: [Double]
  /// The standard deviation of the relative error at each point.
  public let spreads: [Double]
  /// Relative errors of simulated cells, in the order of their units, less bias and over spread at their weights.
  public let residuals: [Float]
  /// The standard deviation from reading to reading, relative to the sum that is read.
  public let readoutSpread: Double

  /// Creates errors.
  ///
  /// - Returns: `nil` unless the tables are equally long, of two points or more, finite and not negative, and there is a residual.
  init?(
    domain: ClosedRange<Double>,
    biases: [Double],
    spreads: [Double],
    residuals: [Float],
    readoutSpread: Double
  ) {
    guard biases.count == spreads.count, biases.count > 1, !residuals.isEmpty,
      domain.lowerBound > 0, domain.lowerBound < domain.upperBound, domain.upperBound.isFinite,
      biases.allSatisfy(\.isFinite), spreads.allSatisfy({ $0 >= 0 && $0.isFinite })
    else { return nil }
    self.domain = domain
    self.biases = biases
    self.spreads = spreads
    self.residuals = residuals
    self.readoutSpread = readoutSpread
  }

  /// Returns the mean relative error of a weight; beyond the domain that of the nearest end.
  public func bias(at weight: Double) -> Double { value(biases, weight) }

  /// Returns the standard deviation of the relative error of a weight; beyond the domain that of the nearest end.
  public func spread(at weight: Double) -> Double { value(spreads, weight) }

  private func value(_ table: [Double], _ weight: Double) -> Double {
    guard !weight.isNaN else { return weight }
    let inside = min(max(abs(weight), domain.lowerBound), domain.upperBound)
    let share = (inside - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    let position = share * Double(table.count - 1)
    let index = min(Int(position), table.count - 2)
    let t = position - Double(index)
    return (1 - t) * table[index] + t * table[index + 1]
  }
}
