import FabDiagnostics
import FabExtraction
import FabGeometry
import FabLayout
import FabRecipe
import Foundation

/// The netlist of the shipped 4-inch wafer with its line resistances, extracted once.
enum ShippedWafer {
  static let netlist = Result { () throws -> Netlist in
    let source = SourceText(name: "pcu-mapbi3.yaml", text: try text("Recipes/pcu-mapbi3.yaml"))
    let recipe = try Recipe.read(source).recipe
    let plan = SourceText(name: "plan.yaml", text: try text("Layouts/wafer-4in-101.yaml"))
    let layout = try FloorPlan.read(plan)
      .layout(
        flow: recipe.flow,
        recipeName: "pcu-mapbi3.yaml",
        stamps: SheetStamps(
          recipeHash: String(repeating: "ab", count: 32),
          floorPlanHash: String(repeating: "01", count: 32)
        )
      )
    let regions = try layout.layout.flattened().filter { $0.key.purpose == .aperture }
      .mapValues { Region($0) }
    let wafer = ExtractedWafer(
      regions: regions,
      flow: layout.flow,
      sites: layout.pcus,
      contacts: layout.contacts
    )
    let sheets = try SheetResistances(recipe)
    return Netlist(of: wafer, lines: LineNetworks(of: wafer), title: "wafer-4in-101") {
      sheets.value(of: $0)
    }
  }

  private static func text(_ path: String) throws -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../")
    return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }
}
