public import FabDiagnostics

extension SharedFiles {
  /// Returns the path of rules for bins: the ones that were named, else the tool's own.
  ///
  /// - Throws: A ``DiagnosticError`` with the code `not-readable` if the tool's own aren't found.
  public func binRules(_ named: String?) throws(DiagnosticError) -> String {
    if let named { return named }
    let standard = "Bins/pcu-default.yaml"
    if let path = path(of: standard) { return path }
    throw DiagnosticError(
      Diagnostic(
        .notReadable,
        at: .file(standard),
        "the bin rules that come with the tool are neither here nor beside the program",
        fixes: ["name a file of rules with --rules FILE"]
      )
    )
  }
}
