/// Why a source has no thickness map.
public enum EvaporationError: Error, Hashable, Sendable {
  /// A number lies outside its range.
  case outOfRange(parameter: String, found: Double, expected: String)
  /// There are fewer points than the question needs.
  case tooFew(found: Int, needed: Int)
  /// A thickness is NaN or infinite.
  case notFinite(index: Int)
  /// The points don't determine what is asked: all are at one angle from the source.
  case undetermined
}
