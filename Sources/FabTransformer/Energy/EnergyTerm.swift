/// A part of a platform's energy: so many operations of so much each.
public struct EnergyTerm: Hashable, Sendable {
  /// What is done.
  public let name: String
  /// How often.
  public let count: Int
  /// Energy of one, in joule.
  public let joulesEach: Double

  /// Creates a term.
  public init(_ name: String, count: Int, joulesEach: Double) {
    self.name = name
    self.count = count
    self.joulesEach = joulesEach
  }

  /// Energy of all, in joule.
  public var joules: Double { Double(count) * joulesEach }
}
