import FabGeometry
public import FabRecipe

/// A single two-terminal device of any component: two crossed conductor stripes with their films between.
///
/// ```
///          +---+
///  +---+   | t |      bottom conductor from its pad at the left,
///  | P |===[###]=     top conductor from its pad at the bottom,
///  +---+   | o |      films enclose the overlap
///          | p |
///         +-----+
///         |  N  |
///         +-----+
/// ```
public struct DeviceCell: Sendable {
  /// The component that is made.
  public let component: Component
  /// The extent of the overlap in x, in nanometres: the width of the top conductor.
  public let width: Int
  /// The extent of the overlap in y: the width of the bottom conductor.
  public let height: Int
  /// By how much every film encloses the overlap.
  public let enclosure: Int
  /// The edge of a square pad.
  public let padSize: Int

  /// Creates a device description.
  public init(
    component: Component,
    width: Int,
    height: Int,
    enclosure: Int = 200_000,
    padSize: Int = 1_500_000
  ) {
    self.component = component
    self.width = width
    self.height = height
    self.enclosure = enclosure
    self.padSize = padSize
  }

  /// Returns the block; its origin is the lower left corner of the overlap.
  public func block(named name: String, flow: ProcessFlow) -> BlockCell {
    let overlap = Box(0, 0, width, height)
    // Conductors pass the overlap by the enclosure, so that a shifted mask keeps the area. Beside an overlap
    // smaller than a pad the leads are longer, so that neither pad comes near the other's conductor.
    let left = -Swift.max(2 * enclosure, padSize / 2 - width / 2 + 2 * enclosure)
    let lower = -Swift.max(2 * enclosure, padSize / 2 - height / 2 + 2 * enclosure)
    let bottomPad = Box(left - padSize, height / 2 - padSize / 2, left, height / 2 + padSize / 2)
    let topPad = Box(width / 2 - padSize / 2, lower - padSize, width / 2 + padSize / 2, lower)
    var shapes: [Layer: [Polygon]] = [:]
    let levels = flow.levels(of: component)
    for level in levels {
      let boxes: [Box] =
        if level.films.contains(component.films[0]) {
          [bottomPad, Box(left, 0, width + enclosure, height)]
        } else if level.films.contains(component.films[component.films.count - 1]) {
          [topPad, Box(0, lower, width, height + enclosure)]
        } else {
          [overlap.grown(by: enclosure)]
        }
      shapes[Layer(level.name)] = Region(boxes.map { Polygon($0) }).polygons
    }
    let frame = bottomPad.union(topPad).union(overlap.grown(by: enclosure))
    shapes[Layer(levels[0].name, .reference)] = [Polygon(frame)]
    return BlockCell(
      cells: [Cell(name: CellName(name), shapes: shapes)],
      box: frame,
      sites: [Site(name: "", block: "", row: 1, column: 1, box: frame)],
      contacts: [
        Contact(name: "P", kind: .bottom, position: bottomPad.center),
        Contact(name: "N", kind: .top, position: topPad.center),
      ],
      crossings: 0
    )
  }
}
