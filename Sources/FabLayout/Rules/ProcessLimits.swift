/// What the alignment of masks to each other allows. Lengths are nanometres.
///
/// > Source: paper.md 5.2, design rules for masks laid on by hand with an overlay of ±0.1 mm (estimate).
public struct ProcessLimits: Hashable, Sendable {
  /// By how much every film of a component must reach beyond the overlap of its conductors.
  public var filmEnclosure = 100_000
  /// The least gap between metal and a bottom conductor that it has nothing to do with.
  public var conductorGap = 200_000
  /// The least distance between a pin, slot or key hole and any other opening.
  public var registrationKeepOut = 1_000_000

  /// Creates the default limits.
  public init() {}
}
