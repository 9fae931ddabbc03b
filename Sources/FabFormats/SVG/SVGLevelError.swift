import FabDiagnostics
import FabLayout
import FabRecipe

/// The messages of the SVG writers.
enum SVGLevelError {
  /// Returns the error for a level that a layout lacks.
  static func unknown(_ level: LevelName, in layout: Layout) -> DiagnosticError {
    let known = layout.levels.map(\.name.text)
    return DiagnosticError(
      Diagnostic(
        .unknownLevel,
        at: .argument(level.text),
        "the layout '\(layout.name)' has no level '\(level)'"
          + NearMiss.question(for: level.text, among: known),
        fixes: ["choose one of " + known.joined(separator: ", ")]
      )
    )
  }

  /// Returns the error for a placement outside the coordinate range.
  static func overflow(_ overflow: LayoutOverflow) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        .coordinateOverflow,
        "a placement of the cell '\(overflow.cell)' leaves the range of ±2.147 m",
        fixes: ["move the cell towards the centre"]
      )
    )
  }
}
