import FabDiagnostics
import FabGeometry
import FabLayout
import FabRecipe
import Foundation

/// The shipped recipe and floor plan, extracted whole or from one array with changes.
enum WaferFixture {
  private static func text(_ path: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../")
    return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }

  /// The shipped recipe.
  static func recipe() throws -> Recipe {
    let source = SourceText(name: "pcu-mapbi3.yaml", text: try text("Recipes/pcu-mapbi3.yaml"))
    return try Recipe.read(source).recipe
  }

  /// The shipped 4-inch wafer.
  static func wafer() throws -> WaferLayout {
    let recipe = try recipe()
    let source = SourceText(name: "plan.yaml", text: try text("Layouts/wafer-4in-101.yaml"))
    return try FloorPlan.read(source)
      .layout(
        flow: recipe.flow,
        recipeName: "pcu-mapbi3.yaml",
        stamps: SheetStamps(
          recipeHash: String(repeating: "ab", count: 32),
          floorPlanHash: String(repeating: "01", count: 32)
        )
      )
  }

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
