/// What the rows or columns of a heat map stand for.
public enum HeatMapSide: Hashable, Sendable {
  /// Equal steps of a quantity, from the outer edge of the first to the outer edge of the last.
  case steps(ChartAxis, ClosedRange<Double>)
  /// Names, one for each.
  case names(String, [String])

  /// The axis for a number of rows or columns.
  func layout(count: Int, tickCount: Int) -> AxisLayout {
    switch self {
    case .steps(let axis, let range):
      var copy = axis
      copy.scale = .linear
      copy.range = range
      return AxisLayout(copy, values: [], tickCount: tickCount)
    case .names(let label, let names):
      return AxisLayout(names: names, count: count, label: label, tickCount: tickCount)
    }
  }
}
