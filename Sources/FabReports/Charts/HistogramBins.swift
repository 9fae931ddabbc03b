import Foundation

/// Equal intervals with round edges, and how many values fall into each.
struct HistogramBins {
  /// The edges, one more than intervals; empty where no value can be shown.
  let edges: [Double]
  /// The values in each interval; a value on an edge belongs to the interval above, the last edge to the last.
  let counts: [Int]

  /// From the first to the last edge.
  var range: ClosedRange<Double>? {
    guard let first = edges.first, let last = edges.last, first < last else { return nil }
    return first...last
  }

  /// Counts values.
  ///
  /// - Parameters:
  ///   - values: The values; what the axis can't show isn't counted.
  ///   - axis: Its scale, and the range outside of which nothing is counted.
  ///   - count: About how many intervals; `nil` for the rule of Freedman and Diaconis.
  ///
  /// > Source: D. Freedman, P. Diaconis, *On the histogram as a density estimator*, Z. Wahrscheinlichkeitstheorie
  /// > 57, 453 (1981): width 2 IQR / n^(1/3).
  init(values: [Double], axis: ChartAxis, count: Int?) {
    let isLogarithmic = axis.scale == .logarithmic
    let kept = values.filter {
      axis.scale.shows($0) && (axis.range?.contains($0) ?? true)
    }
    let sorted = kept.map { isLogarithmic ? log10($0) : $0 }.sorted()
    guard let low = sorted.first, let high = sorted.last else {
      (edges, counts) = ([], [])
      return
    }
    let magnitude = max(abs(low), abs(high))
    let span = high - low
    let isOneValue = span <= 1e-9 * magnitude || span < 1e-200
    let width = isOneValue ? max(0.1 * magnitude, 1e-99) : span
    let wanted = isOneValue ? 1 : Self.binCount(sorted, span: span, asked: count)
    let step = TickStep(span: width, count: min(500, max(1, wanted)))
    let first = Int((low / step.value).rounded(.down))
    let last = max(first + 1, Int((high / step.value - 1e-9).rounded(.up)))
    var counts = [Int](repeating: 0, count: last - first)
    for value in sorted {
      let index = Int((value / step.value + 1e-9).rounded(.down)) - first
      counts[min(counts.count - 1, max(0, index))] += 1
    }
    self.counts = counts
    edges = (first...last)
      .map { isLogarithmic ? pow(10, step.value(of: $0)) : step.value(of: $0) }
  }

  private static func binCount(_ sorted: [Double], span: Double, asked: Int?) -> Int {
    if let asked { return asked }
    let count = sorted.count
    let quartiles = sorted[count * 3 / 4] - sorted[count / 4]
    // Values that mostly agree have no quartile range: the square root of their number then.
    guard quartiles > 1e-6 * span else { return Int(Double(count).squareRoot().rounded(.up)) }
    return min(60, Int((span / (2 * quartiles) * cbrt(Double(count))).rounded(.up)))
  }
}
