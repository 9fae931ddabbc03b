import FabXML

/// The page of a picture: millimetres, white ground, a title, and what it was made from in the corner.
struct PicturePage {
  /// The width in millimetres.
  let width: Double
  /// The height in millimetres.
  let height: Double
  /// The title.
  let title: String
  /// Lines below the title.
  let subtitles: [String]

  /// The font of all texts; DejaVu Sans is on every Linux machine, the others stand for it elsewhere.
  static let font = "DejaVu Sans, Helvetica, Arial, sans-serif"

  /// Returns the picture around a content drawn in page coordinates, y downwards.
  func svg(_ content: (XMLWriter) -> Void) -> [UInt8] {
    let writer = XMLWriter()
    let size = (PictureNumber.text(width), PictureNumber.text(height))
    writer.element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "version": "1.1", "width": size.0 + "mm",
        "height": size.1 + "mm", "viewBox": "0 0 \(size.0) \(size.1)", "font-family": Self.font,
      ]
    ) {
      writer.element("title", text: title)
      writer.element("rect", ["width": size.0, "height": size.1, "fill": "#ffffff"])
      writer.label(title, x: 5, y: 8, size: 4.2, weight: "bold")
      for (index, line) in subtitles.enumerated() {
        writer.label(line, x: 5, y: 13 + 4 * Double(index), size: 2.6, color: "#444444")
      }
      content(writer)
    }
    return writer.finish()
  }
}
