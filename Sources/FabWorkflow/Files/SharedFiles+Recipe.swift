public import FabDiagnostics

extension SharedFiles {
  /// Returns the path of a recipe: the one that was named, else the tool's own.
  ///
  /// - Throws: A ``DiagnosticError`` with the code `not-readable` if the tool's own isn't found.
  public func recipe(_ named: String?) throws(DiagnosticError) -> String {
    if let named { return named }
    let standard = "Recipes/pcu-mapbi3.yaml"
    if let path = path(of: standard) { return path }
    throw DiagnosticError(
      Diagnostic(
        .notReadable,
        at: .file(standard),
        "the recipe that comes with the tool is neither here nor beside the program",
        fixes: ["name a recipe with --recipe FILE"]
      )
    )
  }
}
