import FabDiagnostics
import FabHash
import FabRecipe

/// A recipe file with what its reading gave.
struct LoadedRecipe {
  /// The file as the user named it.
  let path: String
  /// The recipe.
  let recipe: Recipe
  /// The SHA-256 of its canonical form.
  let hash: ContentHash
  /// The warnings that no justification covers.
  let warnings: [Diagnostic]
  /// The number of warnings with a recorded justification.
  let justifiedWarnings: Int

  /// Reads a file.
  init(path: String) throws(DiagnosticError) {
    let reading = try Recipe.read(InputFile.text(at: path))
    self.path = path
    recipe = reading.recipe
    hash = ContentHash(of: recipe.canonicalJSON())
    warnings = reading.warnings
    justifiedWarnings = reading.justified.count
  }

  /// The recipe's name.
  var name: String { recipe.name }
  /// The films and mask levels.
  var flow: ProcessFlow { recipe.flow }
}
