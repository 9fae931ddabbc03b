import FabDiagnostics
import FabGeometry
import FabLayout
import FabRecipe
import Foundation

/// The wafer and recipe that come with the tool.
enum ShippedWafer {
  private static func source(_ path: String) throws -> SourceText {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    return SourceText(name: path, text: text)
  }

  static func recipe(_ name: String = "pcu-mapbi3") throws -> Recipe {
    try Recipe.read(source("Recipes/\(name).yaml")).recipe
  }

  static func layout() throws -> WaferLayout {
    try FloorPlan.read(source("Layouts/wafer-4in-101.yaml"))
      .layout(
        flow: recipe().flow,
        recipeName: "r",
        stamps: SheetStamps(recipeHash: "00", floorPlanHash: "11")
      )
  }

  static func regions(_ layout: WaferLayout) throws -> [Layer: Region] {
    try layout.layout.flattened().mapValues { Region($0) }
  }
}
