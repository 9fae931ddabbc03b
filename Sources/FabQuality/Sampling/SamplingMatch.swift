/// A site of a plan with the site of a layout that stands for it.
public struct SamplingMatch: Hashable, Sendable {
  /// The site of the plan.
  public let planned: SamplingSite
  /// The site of the layout.
  public let actual: SamplingSite

  /// The distance between the two, in millimetre.
  public var distance: Double {
    let x = planned.x - actual.x
    let y = planned.y - actual.y
    return (x * x + y * y).squareRoot()
  }
}
