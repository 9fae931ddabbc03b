/// What the values of one characteristic say of one wafer.
public struct WaferStatistics: Hashable, Sendable, Encodable {
  /// The wafer.
  public let wafer: String
  /// How many sets they come from.
  public private(set) var sets: Int
  /// How many values.
  public private(set) var n: Int
  /// Their mean.
  public private(set) var mean: Double
  /// The sum of the squares of their deviations from the mean.
  public private(set) var m2: Double
  /// The smallest.
  public private(set) var low: Double
  /// The largest.
  public private(set) var high: Double

  /// Takes in what is known of other values of the same wafer.
  ///
  /// > Source: T. F. Chan, G. H. Golub, R. J. LeVeque, *Updating formulae and a pairwise algorithm for computing sample
  /// > variances*, 1979.
  mutating func add(_ other: WaferStatistics) {
    let count = Double(n + other.n)
    let difference = other.mean - mean
    m2 += other.m2 + difference * difference * Double(n) * Double(other.n) / count
    mean += difference * Double(other.n) / count
    n += other.n
    sets += other.sets
    low = min(low, other.low)
    high = max(high, other.high)
  }

  /// The standard deviation with n - 1; `nil` for a single value.
  public var standardDeviation: Double? {
    n > 1 ? (m2 / Double(n - 1)).squareRoot() : nil
  }
}
