public import FabProcess
import FabRecipe
import FabUnits
import FabXML

/// The film stack of each component side by side, to scale vertically, with names and thicknesses.
///
/// Films of tens of nanometres lie beside films of hundreds, so thin ones are labelled through leader lines.
/// The glass below and its thickness are only indicated.
public struct CrossSectionPicture: Sendable {
  /// The name of the recipe.
  public let recipe: String
  /// The sections.
  public let sections: [CrossSection]

  /// Creates a picture.
  public init(recipe: String, sections: [CrossSection]) {
    self.recipe = recipe
    self.sections = sections
  }

  private static let top = 26.0
  private static let drawnHeight = 100.0
  private static let bandWidth = 24.0
  private static let columnWidth = 66.0
  private static let axisWidth = 18.0

  /// The picture as SVG.
  public func svg() -> [UInt8] {
    let highest = sections.map { $0.height.value(in: .nanometre) }.max() ?? 1
    let scale = Self.drawnHeight / Swift.max(highest, 1)
    let page = PicturePage(
      width: Self.axisWidth + Self.columnWidth * Double(Swift.max(1, sections.count)) + 4,
      height: Self.top + Self.drawnHeight + 26,
      title: "\(recipe): film stacks after all steps",
      subtitles: [
        "vertical scale in nm above the glass; thicknesses marked * rest on an assumption"
      ]
    )
    return page.svg { writer in
      drawAxis(highest: highest, scale: scale, on: writer)
      for (index, section) in sections.enumerated() {
        let x = Self.axisWidth + Self.columnWidth * Double(index)
        draw(section, x: x, scale: scale, on: writer)
      }
    }
  }

  private var ground: Double { Self.top + Self.drawnHeight }

  private func drawAxis(highest: Double, scale: Double, on writer: XMLWriter) {
    let x = Self.axisWidth - 3
    writer.line(x, ground, x, ground - highest * scale)
    // The step of 1, 2 or 5 times a power of ten that gives five to twelve marks.
    var step = 1.0
    for factor in [2.0, 2.5, 2.0, 2.0, 2.5, 2.0, 2.0, 2.5, 2.0] where highest / step > 12 {
      step *= factor
    }
    var height = 0.0
    while height <= highest {
      let y = ground - height * scale
      writer.line(x - 1.2, y, x, y)
      writer.label(
        PictureNumber.text(height),
        x: x - 1.8,
        y: y + 0.9,
        size: 2.4,
        anchor: "end",
        color: "#444444"
      )
      height += step
    }
    writer.label("nm", x: x - 1.8, y: Self.top - 3.5, size: 2.4, anchor: "end", color: "#444444")
  }

  private func draw(_ section: CrossSection, x: Double, scale: Double, on writer: XMLWriter) {
    writer.box(
      x: x,
      y: ground,
      width: Self.bandWidth,
      height: 8,
      fill: "#dfe9ee",
      stroke: "#555555",
      strokeWidth: 0.12
    )
    writer.label(
      "glass",
      x: x + Self.bandWidth / 2,
      y: ground + 5,
      size: 2.4,
      anchor: "middle",
      color: "#444444"
    )
    writer.label(
      section.component.text,
      x: x + Self.bandWidth / 2,
      y: ground + 14,
      size: 3,
      anchor: "middle",
      weight: "bold"
    )
    writer.label(
      section.kind.rawValue,
      x: x + Self.bandWidth / 2,
      y: ground + 18,
      size: 2.2,
      anchor: "middle",
      color: "#444444"
    )
    let heights = labelHeights(section, scale: scale)
    for (band, labelY) in zip(section.bands, heights) {
      let low = ground - band.bottom.value(in: .nanometre) * scale
      let high = ground - band.top.value(in: .nanometre) * scale
      writer.box(
        x: x,
        y: high,
        width: Self.bandWidth,
        height: Swift.max(low - high, 0.05),
        fill: band.color,
        opacity: 0.75,
        stroke: "#333333",
        strokeWidth: 0.08
      )
      let right = x + Self.bandWidth
      let middle = (low + high) / 2
      writer.line(right, middle, right + 3, labelY, stroke: "#777777", strokeWidth: 0.12)
      writer.label(text(for: band), x: right + 3.6, y: labelY + 0.9, size: 2.6)
    }
  }

  private func text(for band: Band) -> String {
    if band.isUnknown { return "\(band.material) (unspecified)" }
    let thickness = PictureNumber.text(band.thickness.value(in: .nanometre))
    return "\(band.material) \(thickness) nm\(band.isAssumption ? " *" : "")"
  }

  /// Heights at which the labels stand: near their bands, at least a line apart, from the bottom up.
  private func labelHeights(_ section: CrossSection, scale: Double) -> [Double] {
    let line = 3.6
    var heights: [Double] = []
    for band in section.bands {
      let low = ground - band.bottom.value(in: .nanometre) * scale
      let high = ground - band.top.value(in: .nanometre) * scale
      let wanted = (low + high) / 2
      heights.append(Swift.min(wanted, (heights.last ?? .infinity) - line))
    }
    return heights
  }
}
