import FabDiagnostics
import FabFormats
package import FabGeometry
package import FabLayout
package import FabRecipe
package import Foundation

/// The shipped recipe and the layout of the shipped 4-inch floor plan.
package struct DefaultWafer: Sendable {
  /// The recipe.
  package let recipe: Recipe
  /// The layout.
  package let wafer: WaferLayout
  /// The merged film openings and the drawn outlines of the layout, by layer.
  package let regions: [Layer: Region]

  /// Reads the shipped files.
  package init() throws {
    func source(_ path: String) throws -> SourceText {
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../")
      let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      return SourceText(name: path, text: text)
    }
    recipe = try Recipe.read(source("Recipes/pcu-mapbi3.yaml")).recipe
    wafer = try FloorPlan.read(source("Layouts/wafer-4in-101.yaml"))
      .layout(
        flow: recipe.flow,
        recipeName: "pcu-mapbi3.yaml",
        stamps: SheetStamps(
          recipeHash: String(repeating: "ab", count: 32),
          floorPlanHash: String(repeating: "01", count: 32)
        )
      )
    regions = try wafer.layout.flattened()
      .filter { $0.key.purpose == .aperture || $0.key.purpose == .reference }
      .mapValues { Region($0) }
  }

  /// Returns a GDSII file with merged shapes in one cell, on the levels of the recipe.
  package func gds(_ regions: [Layer: Region]) throws -> Data {
    let cell = Cell(name: CellName("TOP"), shapes: regions.mapValues(\.polygons))
    let layout = Layout(name: "broken", levels: wafer.layout.levels, cells: [cell])
    return Data(try GDSIIWriter().file(of: layout).bytes)
  }

  /// Returns the GDSII file of the layout with a mistake.
  package func gds(with defect: LayoutDefect) throws -> Data {
    try gds(defect.apply(to: regions, of: wafer))
  }
}
