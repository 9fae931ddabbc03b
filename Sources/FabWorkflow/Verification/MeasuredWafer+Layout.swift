import FabDiagnostics
import FabStore

extension MeasuredWafer {
  /// Reads a wafer of the store that carries a layout.
  ///
  /// - Throws: A ``DiagnosticError``: as the initialiser, and `wrong-state` if the wafer carries another layout.
  static func carrying(
    _ layout: LayoutUnderTest,
    code: String,
    recipe: String,
    session: StoreSession,
    files: SharedFiles
  ) throws(DiagnosticError) -> MeasuredWafer {
    let measured = try session.read { (reader) throws(DiagnosticError) in
      try MeasuredWafer(code, from: reader)
    }
    let made = try LayoutRegistration(recipe: recipe, floorPlan: layout.meant?.path, files: files)
    guard made.version.sha256 == measured.layout.sha256 else {
      throw DiagnosticError(
        Diagnostic(
          .wrongState,
          at: .argument("--wafer"),
          "wafer '\(code)' carries the layout \(measured.layout.name) \(measured.layout.sha256.prefix(12)); "
            + "\(layout.name) with this recipe makes \(made.version.sha256.prefix(12))",
          fixes: ["name the floor plan and --recipe that the wafer was added with"]
        )
      )
    }
    return measured
  }
}
