import FabDiagnostics
import FabXML

/// The cells of one wafer's bins.
struct BinCells {
  let sites: [WaferSiteBin]
  let colors: BinColors

  /// Writes the cells in wafer coordinates, each with its code, so that colour isn't all that tells bins apart.
  func draw(on writer: XMLWriter) {
    for site in sites {
      writer.element(
        "g",
        attributes: site.isExcluded ? [(name: "opacity", value: "0.3")] : []
      ) {
        writer.element("title", text: title(site))
        let box = ChartBox(
          x: site.box.x0,
          y: -site.box.y1,
          width: site.box.x1 - site.box.x0,
          height: site.box.y1 - site.box.y0
        )
        draw(site.bin, in: box, showsCode: site.components.isEmpty, on: writer)
        drawComponents(of: site, in: box, on: writer)
      }
    }
  }

  private func title(_ site: WaferSiteBin) -> String {
    let parts = [(site.name, site.bin)] + site.components.map { ($0.name, $0.bin) }
    return parts.map { "\($0.0): \($0.1.map { "bin \($0)" } ?? "no bin")" }
      .joined(separator: ", ")
  }

  private func draw(_ bin: Int?, in box: ChartBox, showsCode: Bool, on writer: XMLWriter) {
    let color = colors.color(of: bin)
    writer.box(
      x: box.x,
      y: box.y,
      width: box.width,
      height: box.height,
      fill: color,
      stroke: "#555555",
      strokeWidth: 0.08
    )
    guard showsCode, let bin else { return }
    let label = "\(bin)"
    let size = min(0.5 * box.height, 1.3 * box.width / Double(max(2, label.count)))
    writer.label(
      label,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2 + 0.35 * size,
      size: size,
      anchor: "middle",
      color: colors.textColor(on: color)
    )
  }

  /// Writes the components as tiles in rows of two inside the cell, whose rim keeps the cell's own colour.
  private func drawComponents(of site: WaferSiteBin, in box: ChartBox, on writer: XMLWriter) {
    guard !site.components.isEmpty else { return }
    let rim = 0.13 * min(box.width, box.height)
    let rows = (site.components.count + 1) / 2
    let width = (box.width - 2 * rim) / 2
    let height = (box.height - 2 * rim) / Double(rows)
    for (index, component) in site.components.enumerated() {
      let tile = ChartBox(
        x: box.x + rim + Double(index % 2) * width,
        y: box.y + rim + Double(index / 2) * height,
        width: width,
        height: height
      )
      // A tile is small: only the code of what doesn't pass is worth its ink.
      draw(component.bin, in: tile, showsCode: !colors.passes(component.bin), on: writer)
    }
  }
}
