public import FabImage
import FabXML
import Foundation

/// Where a network looks when it answers a question about a picture: the picture, the question, a heat map a layer.
///
/// Each map lies on the picture in grey, so that the colours are the weights' alone. All maps share one scale that begins
/// at zero; a weight that isn't a finite number or is negative is drawn as a cross and counted.
public struct AttentionPicture: Hashable, Sendable {
  /// The picture that the question is about.
  public var scene: Raster
  /// The words of the question.
  public var question: [String]
  /// The answer of the network.
  public var answer: String
  /// The right answer.
  public var truth: String
  /// The layers from the first to the last.
  public var layers: [AttentionLayer]
  /// What the picture says it was made from.
  public var subtitles: [String]

  /// Creates a picture.
  public init(
    scene: Raster,
    question: [String],
    answer: String,
    truth: String,
    layers: [AttentionLayer],
    subtitles: [String] = []
  ) {
    self.scene = scene
    self.question = question
    self.answer = answer
    self.truth = truth
    self.layers = layers
    self.subtitles = subtitles
  }

  /// The side of a map in millimetres.
  private static let side = 48.0
  /// The space between maps.
  private static let gap = 7.0
  /// The most maps in a row.
  private static let columns = 3
  /// The height of a line of words.
  private static let lineHeight = 5.2
  /// How much of the map's colour covers the picture.
  private static let cover = 0.62

  /// The picture as SVG.
  public func svg() -> [UInt8] {
    let columns = min(layers.count + 1, Self.columns)
    let rows = (layers.count + Self.columns) / Self.columns
    let top = 19 + 4 * Double(subtitles.count)
    let tile = Self.side + 9 + wordHeight
    let barX = 5 + Double(columns) * (Self.side + Self.gap)
    let page = PicturePage(
      width: max(barX + 26, 150),
      height: top + Double(rows) * (tile + 4) + 8,
      title: "Attention by layer",
      subtitles: subtitles
    )
    return page.svg { writer in
      writer.label(
        "question: \(question.joined(separator: " "))?",
        x: 5,
        y: top - 5,
        size: 3.2
      )
      for index in 0...layers.count {
        let x = 5 + Double(index % Self.columns) * (Self.side + Self.gap)
        let y = top + Double(index / Self.columns) * (tile + 4)
        if index == 0 {
          drawScene(x, y, on: writer)
        } else {
          draw(layers[index - 1], x, y, on: writer)
        }
      }
      drawScale(x: barX, y: top + 4, on: writer)
      drawNote(y: top + Double(rows) * (tile + 4) + 2, on: writer)
    }
  }

  // MARK: - Parts

  /// The height of the words below a map: one line each.
  private var wordHeight: Double { Double(question.count) * 4.2 + 2 }

  private var weights: [Double] {
    layers.flatMap { $0.patches.flatMap { $0 } + $0.words }
  }

  private static func isUsable(_ weight: Double) -> Bool { weight.isFinite && weight >= 0 }

  /// The upper end of the scale: the largest weight, 1 where there's none.
  private var highest: Double {
    let found = weights.filter(Self.isUsable).max() ?? 0
    return found > 0 ? found : 1
  }

  private func color(_ weight: Double) -> String {
    ColorMap.sequential.color(
      level: Int((weight / highest * Double(ColorMap.levels - 1)).rounded())
    )
  }

  private func drawScene(_ x: Double, _ y: Double, on writer: XMLWriter) {
    writer.label("picture", x: x, y: y + 2.5, size: 2.4, weight: "bold")
    drawImage(scene, x, y + 4, on: writer)
    let isRight = answer == truth
    let below = y + 4 + Self.side + 5
    writer.label("answer of the network: \(answer)", x: x, y: below, size: 2.8)
    writer.label(
      isRight ? "which is right" : "right answer: \(truth)",
      x: x,
      y: below + 4.2,
      size: 2.8,
      color: isRight ? "#444444" : "#b2182b"
    )
  }

  private func draw(_ layer: AttentionLayer, _ x: Double, _ y: Double, on writer: XMLWriter) {
    let title = TextFit.cut(layer.name, width: Self.side, size: 2.4, isBold: true)
    writer.label(title, x: x, y: y + 2.5, size: 2.4, weight: "bold")
    drawImage(grayScene, x, y + 4, on: writer)
    let height = Self.side / Double(max(layer.patches.count, 1))
    for (row, weights) in layer.patches.enumerated() {
      let width = Self.side / Double(max(weights.count, 1))
      for (column, weight) in weights.enumerated() {
        let left = x + Double(column) * width
        let upper = y + 4 + Double(row) * height
        guard Self.isUsable(weight) else {
          drawCross(left, upper, width, height, on: writer)
          continue
        }
        writer.box(
          x: left,
          y: upper,
          width: width,
          height: height,
          fill: color(weight),
          opacity: Self.cover,
          stroke: "#ffffff",
          strokeWidth: 0.06
        )
      }
    }
    drawWords(layer, x, y + 4 + Self.side + 2, on: writer)
  }

  /// A bar a word: its length and colour are its weight.
  private func drawWords(_ layer: AttentionLayer, _ x: Double, _ y: Double, on writer: XMLWriter) {
    let start = x + 19
    let room = Self.side - 19 - 11
    for (index, word) in question.enumerated() {
      let line = y + 4.2 * Double(index)
      writer.label(
        TextFit.cut(word, width: 18, size: 2.6),
        x: start - 1,
        y: line + 2.7,
        size: 2.6,
        anchor: "end"
      )
      guard index < layer.words.count else { continue }
      let weight = layer.words[index]
      guard Self.isUsable(weight) else {
        drawCross(start, line + 0.6, 2.6, 2.6, on: writer)
        continue
      }
      writer.box(
        x: start,
        y: line + 0.6,
        width: max(weight / highest * room, 0.15),
        height: 2.6,
        fill: color(weight),
        stroke: "#666666",
        strokeWidth: 0.08
      )
      writer.label(
        PictureNumber.text(weight),
        x: start + weight / highest * room + 0.8,
        y: line + 2.6,
        size: 2.1,
        color: "#444444"
      )
    }
  }

  private func drawScale(x: Double, y: Double, on writer: XMLWriter) {
    let levels = ColorMap.levels
    let step = Self.side / Double(levels)
    for level in 0..<levels {
      writer.box(
        x: x,
        y: y + Self.side - Double(level + 1) * step,
        width: 4,
        // A little over the next one, so that no line shows between.
        height: step + (level == 0 ? 0 : 0.05),
        fill: ColorMap.sequential.color(level: level)
      )
    }
    writer.box(x: x, y: y, width: 4, height: Self.side, stroke: "#000000")
    for share in [0.0, 0.25, 0.5, 0.75, 1.0] {
      let place = y + Self.side * (1 - share)
      writer.line(x + 4, place, x + 5, place)
      writer.label(PictureNumber.text(highest * share), x: x + 5.8, y: place + 0.9, size: 2.4)
    }
    writer.label("attention weight", x: x, y: y - 5.2, size: 2.4)
    writer.label("(share of 1)", x: x, y: y - 2.3, size: 2.4)
  }

  private func drawNote(y: Double, on writer: XMLWriter) {
    let bad = weights.count { !Self.isUsable($0) }
    let missing = layers.count { $0.words.count != question.count }
    var note =
      "Colours lie over the picture in grey; one scale for all layers, from 0 to the largest weight."
    if bad > 0 { note += " \(bad) weights negative or not finite, drawn as crosses." }
    if missing > 0 { note += " \(missing) layers with other than one weight a word." }
    writer.label(note, x: 5, y: y, size: 2.2, color: "#444444")
  }

  private func drawCross(
    _ x: Double,
    _ y: Double,
    _ width: Double,
    _ height: Double,
    on writer: XMLWriter
  ) {
    writer.line(x, y, x + width, y + height, stroke: "#b2182b", strokeWidth: 0.3)
    writer.line(x, y + height, x + width, y, stroke: "#b2182b", strokeWidth: 0.3)
  }

  private func drawImage(_ image: Raster, _ x: Double, _ y: Double, on writer: XMLWriter) {
    writer.element(
      "image",
      [
        "x": PictureNumber.text(x), "y": PictureNumber.text(y),
        "width": PictureNumber.text(Self.side), "height": PictureNumber.text(Self.side),
        "preserveAspectRatio": "none", "image-rendering": "pixelated",
        // The name without prefix is that of SVG 2; most readers of version 1.1 take it, too.
        "href": "data:image/png;base64," + Data(image.png()).base64EncodedString(),
      ]
    )
  }

  /// The picture in grey, by the luminance of its channels.
  private var grayScene: Raster {
    guard scene.format == .rgb else { return scene }
    let bytes = stride(from: 0, to: scene.bytes.count, by: 3)
      .map { start -> UInt8 in
        // Rec. 709 weights in thousandths; they add up to 1000.
        let sum =
          213 * Int(scene.bytes[start]) + 715 * Int(scene.bytes[start + 1])
          + 72 * Int(scene.bytes[start + 2])
        return UInt8((sum + 500) / 1000)
      }
    return Raster(width: scene.width, height: scene.height, format: .gray, bytes: bytes)
  }
}
