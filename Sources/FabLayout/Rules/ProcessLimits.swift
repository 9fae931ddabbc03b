/// What the process and the alignment of masks to each other allow.
///
/// Lengths are nanometres.
///
/// > Source: our own rules for masks laid on by hand with an overlay of ±0.1 mm (estimate).
public struct ProcessLimits: Hashable, Sendable {
  /// By how much every film of a component must reach beyond the overlap of its conductors.
  public var filmEnclosure = 100_000
  /// The least gap between metal and a bottom conductor that it has nothing to do with.
  public var conductorGap = 200_000
  /// The least distance between a pin, slot or key hole and any other opening.
  public var registrationKeepOut = 1_000_000

  /// The least angle of a corner of an opening, in degrees (estimate).
  public var cornerAngle = 45.0
  /// The greatest share of an opening's area that the tool may take by rounding its corners (estimate).
  public var cornerAreaShare = 0.05
  /// The width below which a strip or a gap is a slip of the drawing: the tolerance of a cutter.
  public var sliver = 5_000

  /// Creates the default limits.
  public init() {}
}
