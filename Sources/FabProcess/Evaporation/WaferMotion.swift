/// How a wafer moves during evaporation.
public enum WaferMotion: String, CaseIterable, Hashable, Sendable {
  /// It stands still.
  case fixed
  /// It turns about its centre, many times during the deposition.
  case rotating
}
