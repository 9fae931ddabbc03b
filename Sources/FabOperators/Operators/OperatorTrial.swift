/// One use of an operator: what went in, what should have come out and what did.
public struct OperatorTrial: Hashable, Sendable {
  /// Where the inputs lie, for errors by region; the second is zero where one says it all.
  public let first: Double
  /// The second coordinate.
  public let second: Double
  /// The output of the ideal function.
  public let ideal: Double
  /// The output of the unit.
  public let output: Double

  /// Creates a trial.
  public init(first: Double, second: Double = 0, ideal: Double, output: Double) {
    self.first = first
    self.second = second
    self.ideal = ideal
    self.output = output
  }

  /// The output's deviation as a share of the ideal.
  public var relativeError: Double { output / ideal - 1 }
}
