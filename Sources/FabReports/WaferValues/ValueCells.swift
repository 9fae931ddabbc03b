import FabDiagnostics
import FabXML

/// The cells of one wafer's values, and what is to be said of them.
struct ValueCells {
  let sites: [WaferSiteValue]
  let colors: ValueColors
  let unit: String

  /// Sites that count: not in the edge exclusion.
  private var counted: [WaferSiteValue] { sites.filter { !$0.isExcluded } }

  /// How many of the counted sites lie on a side of the range.
  private func count(side: Int) -> Int {
    counted.count { site in
      colors.shows(site.value) && site.value.map(colors.side(of:)) == side
    }
  }

  /// The number of counted values.
  var valueCount: Int { counted.count { colors.shows($0.value) } }

  /// What stands beside the picture, beginning with `n = …`.
  var notes: [String] {
    let parts = [
      (counted.count - valueCount, "without value (grey)"), (count(side: 1), "above the range (▲)"),
      (count(side: -1), "below the range (▼)"),
      (sites.count - counted.count, "at the edge (dim), not counted"),
    ]
    return ["n = \(valueCount)"] + parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
  }

  /// Writes the cells in wafer coordinates; viewers show name and value when the pointer rests on one.
  func draw(on writer: XMLWriter, decimals: Int?) {
    for site in sites {
      let box = site.box
      let (width, height) = (box.x1 - box.x0, box.y1 - box.y0)
      let value = colors.shows(site.value) ? site.value : nil
      let side = value.map(colors.side(of:)) ?? 0
      let fill =
        value.map { side == 0 ? colors.color(of: $0) : ValueColors.outside }
        ?? ValueColors.missing
      writer.element(
        "g",
        attributes: site.isExcluded ? [(name: "opacity", value: "0.3")] : []
      ) {
        writer.element("title", text: "\(site.name): \(text(of: value, decimals: 6))")
        writer.box(
          x: box.x0,
          y: -box.y1,
          width: width,
          height: height,
          fill: fill,
          stroke: "#666666",
          strokeWidth: 0.08
        )
        let (x, y) = ((box.x0 + box.x1) / 2, -(box.y0 + box.y1) / 2)
        if side != 0 {
          drawTriangle(x: x, y: y, size: 0.3 * min(width, height), isUp: side > 0, on: writer)
        } else if let value, let decimals {
          let label = text(of: value, decimals: decimals, hasUnit: false)
          let size = min(0.3 * height, 1.45 * width / Double(max(1, label.count)))
          writer.label(
            label,
            x: x,
            y: y + 0.35 * size,
            size: size,
            anchor: "middle",
            color: colors.isLight(value) ? "#000000" : "#ffffff"
          )
        }
      }
    }
  }

  private func text(of value: Double?, decimals: Int, hasUnit: Bool = true) -> String {
    guard let value else { return "no value" }
    return SignificantText.text(value, digits: decimals)
      + (hasUnit && !unit.isEmpty ? " \(unit)" : "")
  }

  private func drawTriangle(
    x: Double,
    y: Double,
    size: Double,
    isUp: Bool,
    on writer: XMLWriter
  ) {
    let tip = isUp ? -size : size
    let corners = [(x, y + tip), (x + size, y - 0.7 * tip), (x - size, y - 0.7 * tip)]
    let path =
      "M" + corners.map { "\(ChartPath.text($0.0)) \(ChartPath.text($0.1))" }.joined(separator: "L")
      + "Z"
    writer.element("path", ["d": path, "fill": "#000000"])
  }
}
