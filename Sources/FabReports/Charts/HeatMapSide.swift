/// What the rows or columns of a heat map stand for.
public enum HeatMapSide: Hashable, Sendable {
  /// Equal steps of a quantity, from the outer edge of the first to the outer edge of the last.
  case steps(ChartAxis, ClosedRange<Double>)
  /// Names, one for each.
  case names(String, [String])

  /// The axis for a number of rows or columns.
  ///
  /// - Parameters:
  ///   - count: The number of rows or columns.
  ///   - tickCount: The number of ticks that numbers have space for.
  ///   - labelCount: The number of names that have space, from the width of the longest in millimetres and that of
  ///     the ticks.
  /// - Returns: The axis.
  func layout(count: Int, tickCount: Int, labelCount: (Double) -> Int) -> AxisLayout {
    switch self {
    case .steps(let axis, let range):
      var copy = axis
      copy.scale = .linear
      copy.range = range
      return AxisLayout(copy, values: [], tickCount: tickCount)
    case .names(let label, let names):
      let widest = names.map { TextFit.width(of: $0, size: 2.4) }.max() ?? 0
      return AxisLayout(names: names, count: count, label: label, tickCount: labelCount(widest))
    }
  }
}
