/// How the rows of a map are to be taken.
///
/// In the only published E142 file that settles it, the dies of its reference code stand where its reference
/// coordinates say if rows are taken as seen: the first is the top one though the origin is at the lower left.
public enum MapRowOrder: String, CaseIterable, Sendable {
  /// The first row is the top one and begins at the left, as on a screen, whatever the origin.
  case asSeen = "as-seen"
  /// The first row begins at the origin and rows follow the axes.
  case fromOrigin = "from-origin"
}
