public import FabDiagnostics

extension StoreReader {
  /// The open hold of something, if there is one.
  public func hold(on entity: HeldEntity, _ code: String) throws(DiagnosticError) -> Hold? {
    try all(
      Hold.self,
      where: ["entity": .text(entity.rawValue), "code": .text(code), "releasedAt": .null]
    )
    .first
  }

  /// Throws `wrong-state` if something is on hold.
  func checkFree(_ entity: HeldEntity, _ code: String) throws(DiagnosticError) {
    guard let hold = try hold(on: entity, code) else { return }
    throw DiagnosticError(
      Diagnostic(
        .wrongState,
        at: .file(path),
        "\(entity.rawValue) '\(code)' is on hold: \(hold.reason)",
        notes: [.init("held by \(hold.heldBy) since \(hold.heldAt.text)")],
        fixes: ["release it with 'pcu-fab release \(entity.rawValue) \(code) --reason …'"]
      )
    )
  }

  /// Throws `wrong-state` if a wafer can't be processed: on hold, its lot on hold, or scrapped.
  func checkProcessable(_ wafer: Wafer) throws(DiagnosticError) {
    try checkFree(.wafer, wafer.code)
    try checkFree(.lot, wafer.lot)
    guard wafer.state != "scrapped" else {
      throw DiagnosticError(
        Diagnostic(.wrongState, at: .file(path), "wafer '\(wafer.code)' is scrapped")
      )
    }
  }

  /// Throws unless something of this kind and name exists.
  func checkExists(_ entity: HeldEntity, _ code: String) throws(DiagnosticError) {
    switch entity {
    case .lot: _ = try named(Lot.self, code)
    case .wafer: _ = try named(Wafer.self, code)
    case .run: _ = try named(Run.self, code)
    case .materialLot: _ = try named(MaterialLot.self, code)
    case .equipment: _ = try named(Equipment.self, code)
    }
  }
}
