/// What shows the orientation of a wafer.
public enum WaferMark: String, CaseIterable, Sendable {
  /// Nothing: a plain disc, as most glass wafers are.
  case none
  /// One flat at the bottom.
  case flat
  /// A primary flat at the bottom and a secondary one at the left.
  case flats
  /// A notch at the bottom.
  case notch
}
