import FabDiagnostics
import FabHash
import FabLayout
import FabQuality
import FabRecipe

/// The PCUs of a floor plan with the wafer that carries them.
struct PlannedSites {
  let wafer: FabLayout.Wafer
  let origin: String?
  let sites: [Site]
  let messages: [Diagnostic]

  /// Reads the floor plan of a recipe; without one for the wafer there are no sites.
  ///
  /// - Throws: A ``DiagnosticError`` if a named floor plan can't be read, or fits no recipe.
  init(
    _ loaded: LoadedRecipe,
    wafer size: String?,
    floorPlan: String?,
    files: SharedFiles
  ) throws(DiagnosticError) {
    var request = LayoutRequest(recipe: loaded.path)
    request.floorPlan = floorPlan
    request.wafer = size
    let source = FloorPlanSource(request: request, files: files, flow: loaded.flow)
    let plain = try source.plainWafer()
    do throws(DiagnosticError) {
      let (plan, name, notes) = try source.plan()
      let layout = try plan.layout(
        flow: loaded.flow,
        recipeName: loaded.path,
        stamps: SheetStamps(recipeHash: loaded.hash.hexadecimal, floorPlanHash: "")
      )
      wafer = plan.wafer
      origin = name
      sites = layout.pcus
      messages = notes
    } catch {
      guard floorPlan == nil, error.diagnostics.allSatisfy({ $0.code == .noFloorPlan }) else {
        throw error
      }
      wafer = plain
      origin = nil
      sites = []
      messages = []
    }
  }

  /// The middles of the PCUs.
  var middles: [SamplingSite] {
    sites.map { site in
      let box = site.box.millimetres
      return SamplingSite(name: site.name, x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2)
    }
  }
  /// The radius of the wafer, in millimetre.
  var radius: Double { Double(wafer.radius) / 1e6 }
  /// The width of the rim without devices, in millimetre.
  var exclusion: Double { Double(wafer.edgeExclusion) / 1e6 }
}
