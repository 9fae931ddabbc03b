import FabGeometry
import FabXML

/// The outermost element of our SVG files: size in millimetres, one unit a millimetre.
enum SVGDocumentFrame {
  /// Returns a document around a content.
  static func document(
    frame: Box,
    stamp: SVGStamp,
    profile: String,
    isLayered: Bool,
    content: (XMLWriter) -> Void
  ) -> [UInt8] {
    let writer = XMLWriter()
    let numbers = [Int(frame.min.x), -Int(frame.max.y), frame.width, frame.height]
      .map { SVGNumber.millimetres($0) }
    var attributes = [
      (name: "xmlns", value: SVGNamespace.svg), (name: "xmlns:mask", value: SVGNamespace.mask),
    ]
    if isLayered { attributes.append((name: "xmlns:inkscape", value: SVGNamespace.inkscape)) }
    attributes += [
      (name: "version", value: "1.1"), (name: "width", value: numbers[2] + "mm"),
      (name: "height", value: numbers[3] + "mm"),
      (name: "viewBox", value: numbers.joined(separator: " ")),
    ]
    writer.element("svg", attributes: attributes) {
      writer.element("title", text: stamp.title)
      writer.element("desc", text: stamp.description)
      writer.element("metadata") {
        writer.element("mask:profile", text: profile)
        for property in stamp.properties {
          writer.element("mask:property", ["name": property.name], text: property.value)
        }
      }
      content(writer)
    }
    return writer.finish()
  }
}
