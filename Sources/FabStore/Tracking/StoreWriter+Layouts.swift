public import FabDiagnostics
import GRDB

extension StoreWriter {
  /// Keeps a recipe with its steps; the same one is kept once.
  ///
  /// - Parameters:
  ///   - recipe: The recipe; its version is counted by the store.
  ///   - steps: Its steps.
  /// - Throws: A ``DiagnosticError`` if the database can't be written.
  public func keep(_ recipe: RecipeVersion, steps: [RecipeStep]) throws(DiagnosticError) {
    if try reader.find(RecipeVersion.self, .text(recipe.sha256)) != nil { return }
    var recipe = recipe
    recipe.version =
      try reader.all(RecipeVersion.self, where: ["name": .text(recipe.name)]).count + 1
    try add(recipe)
    for step in steps { try insertDerived(step) }
    try recordBatch(.recipeSteps, of: .text(recipe.sha256))
  }

  /// Keeps a layout with its sites; the same one is kept once.
  public func keep(_ layout: LayoutVersion, sites: [LayoutSite]) throws(DiagnosticError) {
    if try reader.find(LayoutVersion.self, .text(layout.sha256)) != nil { return }
    try add(layout)
    for site in sites { try insertDerived(site, numbered: true) }
    try recordBatch(.sites, of: .text(layout.sha256))
  }
}

extension StoreReader {
  /// The numbers of the sites of a layout by name.
  public func siteNumbers(ofLayout sha256: String) throws(DiagnosticError) -> [String: Int64] {
    let sites = try all(LayoutSite.self, where: ["layout": .text(sha256)])
    return Dictionary(sites.map { ($0.label, $0.id) }) { first, _ in first }
  }
}
