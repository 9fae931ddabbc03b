import FabXML

/// Lines across a cell, which tell bins of one colour apart.
public struct BinHatch: Hashable, Sendable {
  /// Where the lines run.
  public enum Direction: String, Hashable, Sendable, CaseIterable {
    /// Upwards to the right.
    case rising
    /// Downwards to the right.
    case falling
    /// From side to side.
    case level
    /// From top to bottom.
    case upright
    /// Both diagonals.
    case crossed
  }

  /// Where the lines run.
  public var direction: Direction
  /// How many lines a cell's shorter side has.
  public var lines: Int

  /// The hatch at a place in an order that never repeats: all directions with two lines, then with three, and so on.
  init(_ index: Int) {
    let directions = Direction.allCases
    direction = directions[index % directions.count]
    lines = 2 + index / directions.count
  }

  /// Writes the lines inside a box.
  func draw(in box: ChartBox, color: String, on writer: XMLWriter) {
    let step = min(box.width, box.height) / Double(lines)
    var path = ""
    for segment in segments(step, box) {
      path += "M\(PictureNumber.text(box.x + segment.0)) \(PictureNumber.text(box.y + segment.1))"
      path += "L\(PictureNumber.text(box.x + segment.2)) \(PictureNumber.text(box.y + segment.3))"
    }
    writer.element(
      "path",
      [
        "d": path, "fill": "none", "stroke": color,
        "stroke-width": PictureNumber.text(0.16 * step),
      ]
    )
  }

  /// The ends of the lines, from the box's upper left corner.
  private func segments(_ step: Double, _ box: ChartBox) -> [(Double, Double, Double, Double)] {
    let (width, height) = (box.width, box.height)
    func places(_ length: Double) -> [Double] {
      let count = max(1, Int((length / step).rounded()))
      return (0..<count).map { length * (Double($0) + 0.5) / Double(count) }
    }
    // Lines x + y = c; the others are their mirror images.
    let rising = places(width + height)
      .map { c in
        (max(0, c - height), min(c, height), min(c, width), max(0, c - width))
      }
    let falling = rising.map { (width - $0.0, $0.1, width - $0.2, $0.3) }
    return switch direction {
    case .rising: rising
    case .falling: falling
    case .level: places(height).map { (0, $0, width, $0) }
    case .upright: places(width).map { ($0, 0, $0, height) }
    case .crossed: rising + falling
    }
  }
}
