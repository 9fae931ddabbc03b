import FabQuality

/// A chart that limits are frozen for.
public enum ControlChartKind: String, CaseIterable, Hashable, Sendable {
  /// One figure a measurement set, its spread from the differences of neighbours.
  case individuals = "i-mr"
  /// Means of sets, their spread from the ranges within sets.
  case meansAndRanges = "xbar-r"
  /// Means of sets, their spread from the standard deviations within sets.
  case meansAndDeviations = "xbar-s"
  /// An exponentially weighted average of one figure a set.
  case weightedAverage = "ewma"
  /// Cumulative sums of one figure a set.
  case cumulativeSum = "cusum"

  /// Whether the chart needs all values of a set instead of one figure.
  var needsSubgroups: Bool { self == .meansAndRanges || self == .meansAndDeviations }

  /// Estimates limits of a figure from a baseline.
  ///
  /// - Parameters:
  ///   - figure: What is plotted of a set.
  ///   - values: A set each: its figure alone, or all its values for charts that need them.
  /// - Returns: The limits.
  /// - Throws: What ``ControlBaseline`` throws.
  func limits(
    of figure: ControlFigure,
    from values: [[Double]]
  ) throws(QualityError) -> ControlLimits {
    let figures = values.compactMap(\.first)
    switch self {
    case .individuals: return try ControlBaseline.individuals(figures).individual
    case .weightedAverage: return try ControlBaseline.weightedAverage(figures)
    case .cumulativeSum: return try ControlBaseline.cumulativeSum(figures)
    case .meansAndRanges:
      let both = try ControlBaseline.meansAndRanges(values)
      return figure == .mean ? both.mean : both.range
    case .meansAndDeviations:
      let both = try ControlBaseline.meansAndDeviations(values)
      return figure == .mean ? both.mean : both.deviation
    }
  }

  /// The figures that the chart can plot.
  var figures: [ControlFigure] {
    switch self {
    case .individuals, .weightedAverage, .cumulativeSum: ControlFigure.allCases
    case .meansAndRanges: [.mean, .range]
    case .meansAndDeviations: [.mean, .deviation]
    }
  }
}
