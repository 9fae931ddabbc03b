/// The figures by which people call a wafer uniform; they differ, so each carries its formula.
public enum UniformityMeasure: String, CaseIterable, Codable, Hashable, Sendable {
  /// The arithmetic mean.
  case mean
  /// The standard deviation.
  case standardDeviation
  /// Standard deviation over mean.
  case relativeDeviation
  /// Half the range over the mean.
  case halfRangeOverMean
  /// The contrast of the extremes.
  case contrast
  /// The largest minus the smallest value.
  case range
  /// The distance of the quartiles.
  case interquartileRange
  /// How much higher the edge lies than the centre.
  case radialComponent
  /// How much a plane rises across the measured diameter.
  case tiltComponent
  /// What is left after a plane and a bowl.
  case residualDeviation

  /// The name in words.
  public var name: String {
    switch self {
    case .mean: "mean"
    case .standardDeviation: "standard deviation"
    case .relativeDeviation: "sigma over mean"
    case .halfRangeOverMean: "half range over mean"
    case .contrast: "contrast of the extremes"
    case .range: "range"
    case .interquartileRange: "interquartile range"
    case .radialComponent: "radial component"
    case .tiltComponent: "tilt"
    case .residualDeviation: "residual deviation"
    }
  }

  /// The formula, printed beside the value.
  public var formula: String {
    switch self {
    case .mean: "sum(x)/n"
    case .standardDeviation: "sqrt(sum((x - mean)^2)/(n - 1))"
    case .relativeDeviation: "100 s/mean"
    case .halfRangeOverMean: "100 (max - min)/(2 mean)"
    case .contrast: "100 (max - min)/(max + min)"
    case .range: "max - min"
    case .interquartileRange: "q(0.75) - q(0.25)"
    case .radialComponent: "d of the fit a + b x/R + c y/R + d (r/R)^2, R = outermost site"
    case .tiltComponent: "2 sqrt(b^2 + c^2) of the fit a + b x/R + c y/R + d (r/R)^2"
    case .residualDeviation: "s of x - fit, n - 4 degrees of freedom"
    }
  }

  /// Whether the value is a percentage instead of having the unit of the measured values.
  public var isPercentage: Bool {
    switch self {
    case .relativeDeviation, .halfRangeOverMean, .contrast: true
    case .mean, .standardDeviation, .range, .interquartileRange, .radialComponent, .tiltComponent,
      .residualDeviation:
      false
    }
  }
}
