import FabDiagnostics
import FabGeometry
import FabHash
import FabLayout
import FabStore

/// A layout as the store keeps it: by the hash of its geometry, with the names and places of its sites.
struct LayoutRegistration {
  let recipe: RecipeRegistration
  let version: LayoutVersion
  let sites: [LayoutSite]

  /// Makes the layout of a floor plan as `layout` does, without writing masks.
  ///
  /// - Throws: A ``DiagnosticError`` if recipe or floor plan can't be read.
  init(recipe path: String, floorPlan: String?, files: SharedFiles) throws(DiagnosticError) {
    let loaded = try LoadedRecipe(path: path)
    recipe = RecipeRegistration(loaded)
    var request = LayoutRequest(recipe: path)
    request.floorPlan = floorPlan
    request.formats = []
    let source = FloorPlanSource(request: request, files: files, flow: loaded.flow)
    let (plan, _, _) = try source.plan()
    let planHash = ContentHash(of: plan.canonicalJSON)
    let wafer = try plan.layout(
      flow: loaded.flow,
      recipeName: loaded.path,
      stamps: SheetStamps(
        recipeHash: loaded.hash.hexadecimal,
        floorPlanHash: planHash.hexadecimal
      )
    )
    let geometry = try MaskGeometry(wafer: wafer)
    let export = try MaskSetExport(
      wafer: wafer,
      geometry: geometry,
      request: request,
      recipe: loaded,
      planHash: planHash
    )
    let hash = export.layoutHash.hexadecimal
    version = LayoutVersion(
      sha256: hash,
      name: plan.name,
      recipe: loaded.hash.hexadecimal,
      floorPlanSha256: planHash.hexadecimal,
      floorPlan: String(decoding: plan.canonicalJSON, as: UTF8.self),
      diameterMm: Double(plan.wafer.size.diameter) / 1e6,
      edgeExclusionMm: Double(plan.wafer.edgeExclusion) / 1e6
    )
    sites =
      wafer.pcus.map { Self.site($0, kind: "pcu", layout: hash) }
      + wafer.devices.map { Self.site($0, kind: "device", layout: hash) }
  }

  private static func site(_ site: Site, kind: String, layout: String) -> LayoutSite {
    func micrometres(_ nanometres: Int) -> Int { Int((Double(nanometres) / 1000).rounded()) }
    let box = site.box
    return LayoutSite(
      id: 0,
      layout: layout,
      label: site.name,
      kind: kind,
      block: site.block,
      row: site.row,
      col: site.column,
      xUm: micrometres((Int(box.min.x) + Int(box.max.x)) / 2),
      yUm: micrometres((Int(box.min.y) + Int(box.max.y)) / 2),
      widthUm: micrometres(Int(box.max.x) - Int(box.min.x)),
      heightUm: micrometres(Int(box.max.y) - Int(box.min.y))
    )
  }

  /// Keeps recipe and layout.
  func keep(with writer: StoreWriter) throws(DiagnosticError) {
    try writer.keep(recipe.version, steps: recipe.steps)
    try writer.keep(version, sites: sites)
  }
}
