import FabXML

/// How a bin looks in all pictures.
public struct BinLook: Hashable, Sendable {
  /// The colour.
  public var color: String
  /// The lines across it; `nil` for none.
  public var hatch: BinHatch?

  /// Writes a box that looks so.
  func draw(in box: ChartBox, strokeWidth: Double, on writer: XMLWriter) {
    writer.box(
      x: box.x,
      y: box.y,
      width: box.width,
      height: box.height,
      fill: color,
      stroke: "#555555",
      strokeWidth: strokeWidth
    )
    hatch?.draw(in: box, color: textColor, on: writer)
  }

  /// The colour of texts and lines on it.
  var textColor: String { BinPalette.dark.contains(color) ? "#ffffff" : "#000000" }
}
