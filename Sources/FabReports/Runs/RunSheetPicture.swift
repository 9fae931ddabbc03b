import FabXML

/// A run sheet on one page of A4 paper, to fill in by hand or as the record of what was done.
///
/// Rows get lower and letters smaller the more steps there are, so that a long recipe still fits; beyond 60 steps the
/// last rows say how many are left to the report.
public struct RunSheetPicture: Sendable {
  /// The run sheet.
  public var sheet: RunSheet

  /// Creates the picture of a run sheet.
  public init(_ sheet: RunSheet) {
    self.sheet = sheet
  }

  // A4 upright, with margins that printers leave.
  private static let width = 210.0
  private static let height = 297.0
  private static let left = 12.0
  private static let right = 198.0
  private static let bottom = 285.0
  private static let mostSteps = 60
  /// Heading and right edge of each column.
  private static let columns = [
    ("no.", 20.0), ("step", 62.0), ("planned", 107.0), ("actual", 148.0), ("deviation", 180.0),
    ("initials", 198.0),
  ]

  /// The picture as SVG.
  public func svg() -> [UInt8] {
    let page = PicturePage(
      width: Self.width,
      height: Self.height,
      title: "",
      subtitles: []
    )
    return page.svg { writer in
      writer.label("run sheet", x: Self.left, y: 14, size: 3, color: "#444444")
      writer.label(
        TextFit.cut(sheet.run, width: 130, size: 7, isBold: true),
        x: Self.left,
        y: 22,
        size: 7,
        weight: "bold"
      )
      writer.label(sheet.state, x: Self.right, y: 22, size: 4.5, anchor: "end", weight: "bold")
      let top = drawFacts(y: 29, on: writer)
      let end = drawNotes(on: writer)
      drawSteps(from: top + 3, to: end, on: writer)
    }
  }

  private func drawFacts(y: Double, on writer: XMLWriter) -> Double {
    var y = y
    writer.line(Self.left, y - 4, Self.right, y - 4, strokeWidth: 0.4)
    for fact in sheet.facts {
      writer.label(fact.label, x: Self.left, y: y, size: 2.7, color: "#444444")
      let lines = TextFit.lines(
        fact.text,
        width: Self.right - Self.left - 40,
        size: 2.7,
        limit: 3
      )
      for line in lines {
        if line.isEmpty {
          // A blank to fill in.
          writer.line(Self.left + 40, y + 0.6, Self.right, y + 0.6, stroke: "#999999")
        } else {
          writer.label(line, x: Self.left + 40, y: y, size: 2.7)
        }
        y += 4.2
      }
      y += 0.4
    }
    return y
  }

  /// Writes notes above the lower edge and returns where they begin.
  private func drawNotes(on writer: XMLWriter) -> Double {
    let lines = sheet.notes
      .flatMap { TextFit.lines($0, width: Self.right - Self.left - 40, size: 2.5, limit: 2) }
    let shown =
      lines.count > 8 ? lines.prefix(7) + ["and \(lines.count - 7) lines more"] : lines[...]
    let start = Self.bottom - 3.6 * Double(max(1, shown.count)) - 3
    writer.line(Self.left, start, Self.right, start, strokeWidth: 0.4)
    writer.label("notes", x: Self.left, y: start + 4.4, size: 2.5, color: "#444444")
    for (index, line) in shown.enumerated() {
      writer.label(line, x: Self.left + 40, y: start + 4.4 + 3.6 * Double(index), size: 2.5)
    }
    return start - 2
  }

  private func drawSteps(from top: Double, to end: Double, on writer: XMLWriter) {
    let isCut = sheet.steps.count > Self.mostSteps
    let steps = isCut ? Array(sheet.steps.prefix(Self.mostSteps - 1)) : sheet.steps
    let heading = 6.0
    let rows = Double(max(1, steps.count + (isCut ? 1 : 0)))
    let row = min(11, (end - top - heading) / rows)
    // Two lines of text stand in a row that is high enough for both to be read.
    let lines = row >= 9 ? 3 : row >= 5.2 ? 2 : 1
    let size = min(2.7, lines == 1 ? row * 0.62 : row / (1.3 * 2))
    let bottom = top + heading + row * rows
    writer.box(
      x: Self.left,
      y: top,
      width: Self.right - Self.left,
      height: heading,
      fill: "#eeeeea"
    )
    var x = Self.left
    for (name, edge) in Self.columns {
      writer.label(name, x: x + 1, y: top + 4.1, size: 2.7, weight: "bold")
      writer.line(x, top, x, bottom, stroke: "#777777")
      x = edge
    }
    writer.line(x, top, x, bottom, stroke: "#777777")
    for (index, step) in steps.enumerated() {
      draw(step, y: top + heading + row * Double(index), row, size, lines, on: writer)
    }
    if isCut {
      let y = top + heading + row * Double(steps.count)
      writer.line(Self.left, y, Self.right, y, stroke: "#777777")
      writer.label(
        "and \(sheet.steps.count - steps.count) steps more, in the report",
        x: Self.left + 9,
        y: y + row / 2 + 0.35 * size,
        size: size
      )
    }
    writer.line(Self.left, bottom, Self.right, bottom, strokeWidth: 0.3)
  }

  private func draw(
    _ step: RunSheetStep,
    y: Double,
    _ row: Double,
    _ size: Double,
    _ limit: Int,
    on writer: XMLWriter
  ) {
    let texts = [
      "\(step.number)", step.name, step.planned, step.actual, step.deviation.text, step.initials,
    ]
    let isOutside =
      if case .outside = step.deviation { true } else { false }
    if isOutside {
      writer.box(x: 148, y: y, width: 32, height: row, fill: "#fde6da")
    }
    writer.line(Self.left, y, Self.right, y, stroke: "#777777")
    var x = Self.left
    for (index, (text, column)) in zip(texts, Self.columns).enumerated() {
      let shown = index == 4 && isOutside ? "✗ " + text : text
      let lines = TextFit.lines(shown, width: column.1 - x - 2, size: size, limit: limit)
      let height = Double(lines.count) * size * 1.3
      for (line, text) in lines.enumerated() where !text.isEmpty {
        writer.label(
          text,
          x: x + 1,
          y: y + (row - height) / 2 + size * (0.97 + 1.3 * Double(line)),
          size: size,
          weight: index == 4 && isOutside ? "bold" : "normal"
        )
      }
      x = column.1
    }
  }
}
