/// What a network costs on one kind of hardware.
public struct EnergyPlatform: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Its parts.
  public let terms: [EnergyTerm]
  /// Parts that the paper's figure doesn't have, told beside the sum.
  public let besides: [EnergyTerm]
  /// The paper's figure for a block of 194 tokens, in joule; `nil` where it has none.
  public let paperJoules: Double?

  /// Creates a platform.
  public init(
    name: String,
    terms: [EnergyTerm],
    besides: [EnergyTerm] = [],
    paperJoules: Double?
  ) {
    self.name = name
    self.terms = terms
    self.besides = besides
    self.paperJoules = paperJoules
  }

  /// The sum of the parts, in joule.
  public var joules: Double { terms.reduce(0) { $0 + $1.joules } }
}
