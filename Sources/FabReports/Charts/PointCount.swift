/// How many points a chart shows, and how many it can't and why.
struct PointCount {
  /// All points that were given.
  private(set) var total = 0
  private(set) var notFinite = 0
  private(set) var withoutPlace = 0
  private(set) var outside = 0
  private var isLogarithmic = false

  /// The points that lie in the plot.
  var shown: Int { total - notFinite - withoutPlace - outside }

  /// Counts points against the ranges of both axes.
  init(_ points: some Sequence<ChartPoint>, x: AxisLayout, y: AxisLayout) {
    isLogarithmic = x.scale == .logarithmic || y.scale == .logarithmic
    for point in points {
      total += 1
      if !point.x.isFinite || !point.y.isFinite {
        notFinite += 1
      } else if !x.scale.shows(point.x) || !y.scale.shows(point.y) {
        withoutPlace += 1
      } else if !x.range.contains(point.x) || !y.range.contains(point.y) {
        outside += 1
      }
    }
  }

  /// The note below a chart, for instance `n = 120; 2 points not finite`.
  ///
  /// - Parameters:
  ///   - noun: What a point is.
  ///   - measured: The number of points that were measured, where curves were computed besides; `nil` for all.
  /// - Returns: The text, beginning with `n = …`.
  func note(of noun: String = "point", measured: Int? = nil) -> String {
    let parts = [
      (notFinite, "not finite"),
      (withoutPlace, isLogarithmic ? "not above zero, where a log axis ends" : "beyond 1e100"),
      (outside, "outside the range"),
    ]
    return
      (["n = \(measured ?? total)"]
      + parts.filter { $0.0 > 0 }
      .map { count, text in "\(count) \(noun)\(count == 1 ? "" : "s") \(text)" })
      .joined(separator: "; ")
  }
}
