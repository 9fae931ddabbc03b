import ArgumentParser
import FabDiagnostics

/// A layout to look at: a floor plan, or a layout file with the floor plan that says what it should be.
struct LayoutArgument: ParsableArguments {
  @Argument(
    help:
      "A floor plan, or a GDSII, DXF or SVG file with all levels. (default: Layouts/wafer-4in-….yaml)",
    completion: .file(extensions: ["yaml", "yml", "gds", "dxf", "svg"])
  )
  var layout: String?

  @Option(
    help: "The floor plan that says what a layout file should be.",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var floorPlan: String?

  /// The layout file, `nil` for the floor plan's own layout, and the floor plan, `nil` where none is named.
  func resolved() throws(DiagnosticError) -> (file: String?, floorPlan: String?) {
    try LayoutNames.resolved(layout, floorPlan: floorPlan)
  }
}
