import FabGeometry
import FabLayout
import FabRecipe
import FabTestSupport

/// The shipped recipe and floor plan, extracted whole or from one array with changes.
enum WaferFixture {
  private static let shipped = Result { try DefaultWafer() }

  /// The shipped recipe.
  static func recipe() throws -> Recipe { try shipped.get().recipe }

  /// The shipped 4-inch wafer.
  static func wafer() throws -> WaferLayout { try shipped.get().wafer }

  /// The merged openings of a wafer.
  static func regions(_ wafer: WaferLayout) throws -> [Layer: Region] {
    try wafer.layout.flattened().filter { $0.key.purpose == .aperture }.mapValues { Region($0) }
  }

  static func layer(_ level: String) -> Layer { Layer(LevelName(level)) }

  /// A box in micrometres.
  static func box(_ x0: Int, _ y0: Int, _ x1: Int, _ y1: Int) -> Box {
    Box(x0 * 1000, y0 * 1000, x1 * 1000, y1 * 1000)
  }
}

extension [Layer: Region] {
  /// The same with a box added to a level, given in micrometres from a point.
  func adding(_ box: Box, to level: String, at origin: Point = .zero) -> Self {
    var copy = self
    let layer = WaferFixture.layer(level)
    copy[layer] = (self[layer] ?? Region()).union(Region([Polygon(box.moved(by: origin))]))
    return copy
  }

  /// The same with a box taken out of a level.
  func removing(_ box: Box, from level: String, at origin: Point = .zero) -> Self {
    var copy = self
    let layer = WaferFixture.layer(level)
    copy[layer] = (self[layer] ?? Region()).subtracting(Region([Polygon(box.moved(by: origin))]))
    return copy
  }
}
