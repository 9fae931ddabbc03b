import FabDiagnostics

/// Tells a layout file from a floor plan, both of which name a layout.
enum LayoutNames {
  /// Takes them apart.
  ///
  /// - Parameters:
  ///   - layout: What was named: a floor plan, or a layout file.
  ///   - floorPlan: The floor plan that was named beside it.
  /// - Returns: The layout file, `nil` for the floor plan's own layout, and the floor plan, `nil` where none is named.
  /// - Throws: A ``DiagnosticError`` with the code `out-of-range` for two floor plans.
  static func resolved(
    _ layout: String?,
    floorPlan: String?
  ) throws(DiagnosticError) -> (file: String?, floorPlan: String?) {
    guard let layout, layout.hasSuffix(".yaml") || layout.hasSuffix(".yml") else {
      return (layout, floorPlan)
    }
    guard floorPlan == nil else {
      throw DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: .argument("--floor-plan"),
          "two floor plans are named",
          fixes: ["leave out --floor-plan: '\(layout)' says what is meant"]
        )
      )
    }
    return (nil, layout)
  }
}
