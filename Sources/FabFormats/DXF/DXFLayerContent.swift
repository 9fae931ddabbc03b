import FabGeometry
import FabLayout

/// The contours of one layer of a DXF file in the order in which they are cut.
struct DXFLayerContent {
  /// The level and the purpose.
  let layer: Layer
  /// Holes first, then outer contours, each by its corners.
  let contours: [DXFContour]
  /// How many contours were the same as another.
  let repeatedCount: Int
  /// How many contours bound no area.
  let countWithoutArea: Int

  /// Collects the contours of polygons.
  init(_ layer: Layer, _ polygons: [Polygon]) {
    let holes = polygons.flatMap(\.holes).map { DXFContour($0, isCounterclockwise: false) }
    let outer = polygons.map { DXFContour($0.outer, isCounterclockwise: true) }
    let drawn = holes.compactMap { $0 } + outer.compactMap { $0 }
    self.layer = layer
    contours = Set(holes.compactMap { $0 }).sorted() + Set(outer.compactMap { $0 }).sorted()
    repeatedCount = drawn.count - contours.count
    countWithoutArea = holes.count + outer.count - drawn.count
  }

  /// The name of the layer in the file.
  var name: String { DXFLayerName.text(of: layer) }

  /// The AutoCAD colour number: red is cut, blue is marked, green is the sheet [ours].
  var colorNumber: Int {
    switch layer.purpose {
    case .aperture, .registration: 1
    case .sheet: 3
    case .marking: 5
    case .reference, .datatype: 7
    }
  }

  /// The box around all contours, arcs to 0.5 µm.
  var box: Box? {
    contours.flatMap { contour in
      contour.circle.map { circle in
        [
          Point(x: circle.center.x - circle.radius, y: circle.center.y - circle.radius),
          Point(x: circle.center.x + circle.radius, y: circle.center.y + circle.radius),
        ]
      } ?? Outline(contour.vertices).flattened().points
    }
    .reduce(nil) { box, point in
      let next = Box(point, point)
      return box?.union(next) ?? next
    }
  }
}
