import FabDiagnostics
import FabGeometry
import FabLayout
import FabRecipe

/// Layouts for rule tests: single shapes, and the whole default wafer.
enum RuleFixture {
  static let waferEdge = Polygon(Outline(center: .zero, radius: 50_000_000))
  static let usableArea = Polygon(Outline(center: .zero, radius: 46_000_000))
  static let sheet = Polygon(Box(-60_000_000, -60_000_000, 60_000_000, 60_000_000))

  static func layer(_ level: String, _ purpose: Purpose = .aperture) -> Layer {
    Layer(LevelName(level), purpose)
  }

  /// A box in micrometres.
  static func box(_ x0: Int, _ y0: Int, _ x1: Int, _ y1: Int) -> Polygon {
    Polygon(Box(x0 * 1000, y0 * 1000, x1 * 1000, y1 * 1000))
  }

  static func context(
    _ shapes: [Layer: [Polygon]],
    wafer: Bool = true,
    sheets: Bool = false
  ) -> RuleContext {
    var shapes = shapes
    if sheets {
      for level in PaperFlow.flow.levels { shapes[Layer(level.name, .sheet)] = [sheet] }
    }
    return RuleContext(
      shapes: shapes,
      flow: PaperFlow.flow,
      waferEdge: wafer ? waferEdge : nil,
      usableArea: wafer ? usableArea : nil
    )
  }

  /// The verdict of the rule with an identifier.
  static func verdict(_ id: String, _ context: RuleContext) -> RuleVerdict? {
    DesignRules.check(context).first { $0.id == id }?.verdict
  }

  static func defaultWafer() throws -> RuleContext {
    let plan = try FloorPlan.read(SourceText(name: "plan", text: FloorPlanTests.defaultText))
    let layout = try plan.layout(
      flow: PaperFlow.flow,
      recipeName: "r",
      stamps: SheetStamps(recipeHash: "0123456789ab", floorPlanHash: "fedcba987654")
    )
    return RuleContext(
      shapes: try layout.layout.flattened(),
      flow: PaperFlow.flow,
      waferEdge: plan.wafer.edge,
      usableArea: plan.wafer.usableArea
    )
  }
}
