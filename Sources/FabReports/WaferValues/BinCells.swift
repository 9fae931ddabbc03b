import FabDiagnostics
import FabXML

/// The cells of one wafer's bins.
struct BinCells {
  let sites: [WaferSiteBin]
  let palette: BinPalette

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
        draw(
          site.bin,
          of: WaferBin.unit,
          in: box,
          showsCode: site.components.isEmpty,
          on: writer
        )
        drawComponents(of: site, in: box, on: writer)
      }
    }
  }

  private func title(_ site: WaferSiteBin) -> String {
    let parts = [(site.name, site.bin)] + site.components.map { ($0.name, $0.bin) }
    return parts.map { "\($0.0): \($0.1.map { "bin \($0)" } ?? "no bin")" }
      .joined(separator: ", ")
  }

  private func draw(
    _ bin: Int?,
    of component: String,
    in box: ChartBox,
    showsCode: Bool,
    on writer: XMLWriter
  ) {
    let look = palette.look(of: bin, component: component)
    look.draw(in: box, strokeWidth: 0.08, on: writer)
    guard showsCode, let bin else { return }
    let label = "\(bin)"
    let size = min(0.5 * box.height, 1.3 * box.width / Double(max(2, label.count)))
    let center = (x: box.x + box.width / 2, y: box.y + box.height / 2)
    if look.hatch != nil {
      // Lines through a digit would make it another one.
      let width = min(box.width, TextFit.width(of: label, size: size) + 0.2 * size)
      writer.box(
        x: center.x - width / 2,
        y: center.y - 0.5 * size,
        width: width,
        height: size,
        fill: look.color
      )
    }
    writer.label(
      label,
      x: center.x,
      y: center.y + 0.35 * size,
      size: size,
      anchor: "middle",
      color: look.textColor
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
      let passes = palette.bin(component.bin, of: component.name)?.quality == .pass
      draw(component.bin, of: component.name, in: tile, showsCode: !passes, on: writer)
    }
  }
}
