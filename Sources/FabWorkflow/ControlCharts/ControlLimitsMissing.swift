import FabDiagnostics

/// The refusal of what needs limits where none are frozen.
enum ControlLimitsMissing {
  static func error(_ database: String, _ characteristic: String?) -> DiagnosticError {
    let what = characteristic.map { " of '\($0)'" } ?? ""
    return DiagnosticError(
      Diagnostic(
        .unknownEntry,
        at: .file(database),
        "there are no control limits\(what)",
        fixes: ["freeze them with 'pcu-fab spc freeze \(characteristic ?? "CHARACTERISTIC")'"]
      )
    )
  }
}
