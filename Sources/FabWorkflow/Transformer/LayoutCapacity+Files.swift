import FabDevices
import FabDiagnostics
import FabExtraction
import FabLayout
import FabTransformer

extension LayoutCapacity {
  /// Counts what a layout offers, its devices extracted as `verify` does.
  ///
  /// - Parameters:
  ///   - recipe: The recipe.
  ///   - file: The layout file; `nil` for the floor plan's own layout.
  ///   - floorPlan: The floor plan; `nil` for the tool's own.
  ///   - files: Where the tool's own lies.
  /// - Returns: The capacity, and what is to be known of the layout.
  /// - Throws: A ``DiagnosticError`` if an input can't be read.
  static func read(
    recipe: String,
    file: String?,
    floorPlan: String?,
    files: SharedFiles
  ) throws(DiagnosticError) -> (capacity: LayoutCapacity, messages: [Diagnostic]) {
    let layout = try LayoutUnderTest(
      recipe: recipe,
      file: file,
      floorPlan: files.floorPlan(named: floorPlan, of: file),
      files: files
    )
    guard let meant = layout.meant else {
      throw DiagnosticError(
        Diagnostic(
          .noFloorPlan,
          at: .argument("--floor-plan"),
          "nothing says which PCUs the layout should have",
          fixes: ["name its floor plan with --floor-plan"]
        )
      )
    }
    let sheets = meant.wafer.pcus.isEmpty ? nil : try SheetResistances(layout.recipe.recipe)
    let films = try FilmsAtSites(nil, sites: meant.wafer.pcus)
    do throws(DeviceError) {
      let units = try PlaceableUnits(layout, sheets: sheets, films: films)
      return (
        LayoutCapacity(name: meant.wafer.plan.name, pcus: units.pcus),
        layout.messages + layout.findings
      )
    } catch {
      throw error.diagnostic(options: [:])
    }
  }
}
