import ArgumentParser
import FabDiagnostics
import FabStore
import FabWorkflow

/// What new wafers are made of and carry.
struct CarrierOptions: ParsableArguments {
  @Option(
    help: "The floor plan of their layout. (default: Layouts/wafer-4in-….yaml)",
    completion: .file(extensions: ["yaml", "yml"])
  )
  var floorPlan: String?
  @Flag(help: "They carry no layout: test wafers.") var bare = false
  @Option(help: "What they are made of. (default: FTO glass)") var substrate: String?
  @OptionGroup var recipe: RecipeOption

  /// Whether nothing of this was said.
  var isUnset: Bool { floorPlan == nil && !bare && substrate == nil && recipe.recipe == nil }

  func job(_ session: StoreSession) throws(DiagnosticError) -> WaferJob {
    var job = WaferJob(session: session, recipe: try recipe.path(), files: .ofTool)
    job.floorPlan = floorPlan
    job.isBare = bare
    return job
  }

  /// A new wafer; diameter and edge come from its layout, 100 mm and 4 mm for one without.
  func wafer(_ code: String, lot: String, slot: Int?, note: String? = nil) -> Wafer {
    Wafer(
      code: code,
      lot: lot,
      substrate: substrate ?? "FTO glass",
      diameterMm: 100,
      edgeExclusionMm: 4,
      slot: slot,
      state: "needs processing",
      note: note
    )
  }
}
