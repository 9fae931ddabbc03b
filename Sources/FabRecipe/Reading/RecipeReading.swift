public import FabDiagnostics

/// A recipe that was read, with what a person should look at.
public struct RecipeReading: Sendable {
  /// The recipe.
  public let recipe: Recipe
  /// The warnings that nothing in the recipe justifies.
  public let warnings: [Diagnostic]
  /// The warnings that the recipe justifies.
  public let justified: [JustifiedWarning]

  /// All messages: warnings, then justified ones as notes that give the reason.
  public var diagnostics: [Diagnostic] { warnings + justified.map(\.diagnostic) }
}

extension Recipe {
  /// Reads a recipe file.
  ///
  /// - Parameter source: The text of the file.
  /// - Returns: The recipe and its warnings.
  /// - Throws: A ``DiagnosticError`` with every defect, each with line and column.
  public static func read(_ source: SourceText) throws(DiagnosticError) -> RecipeReading {
    try RecipeReader().read(source)
  }
}
