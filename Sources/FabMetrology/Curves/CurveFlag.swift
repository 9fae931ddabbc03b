/// What makes a number from a curve doubtful.
public enum CurveFlag: String, CaseIterable, Hashable, Sendable {
  /// Points were left out because the detector was saturated.
  case saturated
  /// The base line has a slope of more than 1 mAbs/nm, or of a tenth of the peak over the window.
  case baselineSlope = "baseline-slope"
  /// Interference fringes, or scatter, below the gap are above 10 mAbs.
  case fringes
  /// The result lies at the end of the window: the window may miss the feature.
  case windowHit = "window-hit"
  /// The fit leaves more than the counts' noise explains: reduced chi-square above 3.
  case poorFit = "poor-fit"
}
