import FabXML

/// The colours of a quantity with the bar that explains them.
struct ValueColors {
  let layout: AxisLayout
  let map: ColorMap

  /// Grey for what has no value.
  static let missing = "#bdbdbd"
  /// White for what lies outside the range, which a triangle says.
  static let outside = "#ffffff"

  /// Lays the colours out.
  ///
  /// - Parameters:
  ///   - axis: The quantity; its range is that of the colours, the data's where it has none.
  ///   - values: The data.
  ///   - map: The colours; a diverging map without a range is even about zero.
  init(_ axis: ChartAxis, values: [Double], map: ColorMap) {
    var axis = axis
    if map == .diverging, axis.scale == .linear, axis.range == nil {
      let largest = values.filter(axis.scale.shows).map(abs).max() ?? 1
      axis.range = largest > 1e-99 ? -largest...largest : -1...1
    }
    layout = AxisLayout(axis, values: values, tickCount: 7, padding: 0)
    self.map = map
  }

  /// Tells whether a value can be shown at all.
  func shows(_ value: Double?) -> Bool { value.map(layout.scale.shows) ?? false }

  /// Tells on which side of the range a value lies: -1 below, 1 above, 0 within.
  func side(of value: Double) -> Int {
    let range = layout.range
    // A value at the end of the range stays within it where text made it differ in the last digit.
    let slack = 1e-9 * max(abs(range.lowerBound), abs(range.upperBound))
    return value < range.lowerBound - slack ? -1 : value > range.upperBound + slack ? 1 : 0
  }

  /// Returns the colour of a value within the range.
  func color(of value: Double) -> String { map.color(level: level(of: value)) }

  /// Tells whether black text can be read on the colour of a value.
  func isLight(_ value: Double) -> Bool { map.isLight(level: level(of: value)) }

  private func level(of value: Double) -> Int {
    let share = min(1, max(0, layout.fraction(of: value)))
    return min(ColorMap.levels - 1, Int(share * Double(ColorMap.levels)))
  }

  /// Writes the bar with its ticks and, above it, the quantity.
  func drawBar(x: Double, y: Double, height: Double, on writer: XMLWriter) {
    let width = 5.0
    let step = height / Double(ColorMap.levels)
    for level in 0..<ColorMap.levels {
      let bottom = y + height - Double(level) * step
      writer.element(
        "path",
        [
          "d": "M\(ChartPath.text(x)) \(ChartPath.text(bottom))H\(ChartPath.text(x + width))"
            + "V\(ChartPath.text(bottom - step))H\(ChartPath.text(x))Z",
          "fill": map.color(level: level), "shape-rendering": "crispEdges",
        ]
      )
    }
    writer.box(x: x, y: y, width: width, height: height, stroke: "#000000", strokeWidth: 0.2)
    for tick in layout.ticks {
      let place = y + height - layout.fraction(of: tick.value) * height
      writer.line(x + width, place, x + width + (tick.isMajor ? 1 : 0.5), place)
      guard tick.isMajor else { continue }
      writer.label(tick.label, x: x + width + 1.8, y: place + 0.9, size: 2.6)
    }
  }
}
