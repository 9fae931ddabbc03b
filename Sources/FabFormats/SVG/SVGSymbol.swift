import FabGeometry

/// What a cell has on one layer.
struct SVGSymbol {
  /// A placement by quarter turns.
  struct Use {
    var id: String
    var transform: Transform
    var name: String?
  }

  var id: String
  var polygons: [Polygon]
  var uses: [Use]
}
