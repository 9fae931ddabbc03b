import FabDiagnostics

extension SharedFiles {
  /// Returns the path of the PyTorch module that reads codebooks.
  ///
  /// - Throws: A ``DiagnosticError`` with the code `not-readable` if it isn't found.
  func pyTorchModule() throws(DiagnosticError) -> String {
    let standard = "Python/\(PyTorchFolder.moduleName)"
    if let path = path(of: standard) { return path }
    throw DiagnosticError(
      Diagnostic(
        .notReadable,
        at: .file(standard),
        "the PyTorch module that comes with the tool is neither here nor beside the program",
        fixes: ["install the tool with 'make install', or run it in its checkout"]
      )
    )
  }
}
