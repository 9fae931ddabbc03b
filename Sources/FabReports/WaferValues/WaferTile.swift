import FabLayout
import FabXML

/// A wafer drawn to any scale into a box, its centre in the middle.
struct WaferTile {
  let wafer: Wafer
  let box: ChartBox

  /// The space around the wafer in wafer millimetres.
  private static let margin = 2.0

  /// Page millimetres for each wafer millimetre.
  var scale: Double {
    min(box.width, box.height) / (2 * (Double(wafer.radius) / 1e6 + Self.margin))
  }

  /// Writes the wafer's edge and what `content` draws in wafer coordinates, y downwards.
  func draw(on writer: XMLWriter, _ content: () -> Void) {
    let x = PictureNumber.text(box.x + box.width / 2)
    let y = PictureNumber.text(box.y + box.height / 2)
    writer.element(
      "g",
      ["transform": "translate(\(x) \(y)) scale(\(PictureNumber.text(scale)))"]
    ) {
      WaferCanvas(wafer: wafer).drawEdges(on: writer)
      content()
    }
  }
}
