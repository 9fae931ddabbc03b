import FabXML

extension ChartReference {
  /// The dash pattern of all references.
  static let dashes = "1.2 0.8"

  /// The entry of the legend.
  var legend: LegendEntry {
    LegendEntry(
      name: label,
      sample: .init(color: color, hasLine: true, dashes: Self.dashes)
    )
  }
}

extension ChartFrame {
  /// Writes lines across the plot at the values of references that lie in its range.
  func draw(_ references: [ChartReference], on writer: XMLWriter) {
    for reference in references {
      let axis = reference.axis == .horizontal ? x : y
      guard axis.scale.shows(reference.value), axis.range.contains(reference.value) else {
        continue
      }
      let share = axis.fraction(of: reference.value)
      let ends: [PlotClip.Corner]
      switch reference.axis {
      case .horizontal:
        let place = plot.x + share * plot.width
        ends = [(place, plot.y), (place, plot.bottom)]
      case .vertical:
        let place = plot.bottom - share * plot.height
        ends = [(plot.x, place), (plot.right, place)]
      }
      ChartPen(color: reference.color, dashes: ChartReference.dashes, width: 0.3)
        .draw(clip.path(through: ends), on: writer)
    }
  }
}
