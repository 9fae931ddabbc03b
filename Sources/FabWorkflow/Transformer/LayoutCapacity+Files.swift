import FabDevices
import FabDiagnostics
import FabExtraction
import FabLayout
import FabTransformer

extension LayoutCapacity {
  /// Counts what a floor plan's layout offers, its devices extracted as `verify` does.
  ///
  /// - Throws: A ``DiagnosticError`` if an input can't be read.
  static func read(
    recipe: String,
    file: String?,
    floorPlan: String?,
    files: SharedFiles
  ) throws(DiagnosticError) -> LayoutCapacity {
    let plan =
      floorPlan
      ?? (file == nil
        ? nil : files.paths(in: "Layouts", prefix: "wafer-4in-", suffix: ".yaml").first)
    let layout = try LayoutUnderTest(recipe: recipe, file: file, floorPlan: plan, files: files)
    guard let meant = layout.meant else {
      preconditionFailure("a floor plan is always named")
    }
    let sheets = meant.wafer.pcus.isEmpty ? nil : try SheetResistances(layout.recipe.recipe)
    let films = try FilmsAtSites(nil, sites: meant.wafer.pcus)
    do throws(DeviceError) {
      let units = try PlaceableUnits(layout, sheets: sheets, films: films)
      return LayoutCapacity(name: meant.wafer.plan.name, pcus: units.pcus)
    } catch {
      throw error.diagnostic(options: [:])
    }
  }
}
