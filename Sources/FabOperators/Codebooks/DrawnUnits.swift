/// A set of units of an operator: how each deviates from the mean, as weights of the codebook's components.
///
/// The set is a die: it stays as it is until another one is drawn.
public struct DrawnUnits: Hashable, Sendable {
  /// The number of units.
  public let count: Int
  /// The number of components.
  public let componentCount: Int
  /// The weights, shape `[unit, component]`, row-major.
  public let weights: [Float]

  /// Creates a set.
  ///
  /// - Precondition: There is a unit, and the weights have the shape.
  public init(count: Int, componentCount: Int, weights: [Float]) {
    precondition(count > 0, "a set of units has one or more, found \(count)")
    precondition(weights.count == count * componentCount, "\(weights.count) weights of \(count)")
    self.count = count
    self.componentCount = componentCount
    self.weights = weights
  }

  /// Returns the weights of a unit, widened.
  func weights(of unit: Int) -> [Double] {
    weights[unit * componentCount..<(unit + 1) * componentCount].map(Double.init)
  }
}
