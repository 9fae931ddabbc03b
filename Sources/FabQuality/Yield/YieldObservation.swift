/// Counts of units of one area: on one wafer, or of one component.
public struct YieldObservation: Hashable, Sendable {
  /// The area that a defect must hit, in any unit; densities come in its inverse.
  public let area: Double
  /// The good units.
  public let good: Int
  /// All units that were tested.
  public let tested: Int

  /// Creates an observation.
  public init(area: Double, good: Int, tested: Int) {
    self.area = area
    self.good = good
    self.tested = tested
  }
}
