import FabDiagnostics
import FabGeometry
import FabLayout

/// The flat geometry of a wafer layout, computed once for rules, exports and comparisons.
struct MaskGeometry: Sendable {
  /// All layers, merged where shapes touch, in one cell.
  let merged: Layout
  /// What rules look at; its regions are what every written file must read back as.
  let ruleContext: RuleContext

  init(wafer: WaferLayout) throws(DiagnosticError) {
    do throws(LayoutOverflow) {
      merged = try wafer.layout.merged()
      ruleContext = RuleContext(
        shapes: try wafer.layout.flattened(),
        flow: wafer.flow,
        waferEdge: wafer.plan.wafer.edge,
        usableArea: wafer.plan.wafer.usableArea
      )
    } catch {
      throw DiagnosticError(
        Diagnostic(
          .coordinateOverflow,
          at: .file(wafer.plan.name),
          "a placement of the cell '\(error.cell)' leaves the range of ±2.147 m"
        )
      )
    }
  }

  /// The regions by layer.
  var regions: [Layer: Region] { ruleContext.regions }
}
