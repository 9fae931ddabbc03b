import FabGeometry
import FabLayout

@testable import FabFormats

/// Flattened shapes in an order that doesn't depend on how they were stored.
struct CanonicalShapes: Equatable {
  let layers: [Layer: [[[Point]]]]

  init(_ shapes: [Layer: [Polygon]]) {
    layers = shapes.mapValues { polygons in
      polygons.map { polygon in
        let flat = polygon.flattened()
        return flat.outlines.compactMap { PointRing.counterclockwise($0.points) }
      }
      .sorted { left, right in
        left.lexicographicallyPrecedes(right) { $0.lexicographicallyPrecedes($1) }
      }
    }
  }

  /// Twice the area of each layer, without regard to overlaps.
  var doubleAreas: [Layer: Int128] {
    layers.mapValues { polygons in
      polygons.reduce(0) { sum, rings in
        sum + PointRing.doubleArea(rings[0])
          - rings.dropFirst().reduce(0) { $0 + PointRing.doubleArea($1) }
      }
    }
  }
}
