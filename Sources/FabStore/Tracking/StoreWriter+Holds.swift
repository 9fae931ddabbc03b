public import FabDiagnostics

extension StoreWriter {
  /// Stops something until it is released.
  ///
  /// - Throws: A ``DiagnosticError``: `unknown-entry`, or `wrong-state` if it is on hold already for another reason.
  public func hold(
    _ entity: HeldEntity,
    _ code: String,
    reason: String,
    at moment: UTCTime
  ) throws(DiagnosticError) {
    try reader.checkExists(entity, code)
    if let open = try reader.hold(on: entity, code) {
      if open.reason == reason { return }
      throw DiagnosticError(
        Diagnostic(
          .wrongState,
          at: .file(path),
          "\(entity.rawValue) '\(code)' is on hold already: \(open.reason)",
          fixes: ["release it first"]
        )
      )
    }
    _ = try addNumbered(
      Hold(
        id: 0,
        entity: entity.rawValue,
        code: code,
        reason: reason,
        heldBy: actor,
        heldAt: moment
      )
    )
  }

  /// Lets something go on.
  ///
  /// - Throws: A ``DiagnosticError``: `unknown-entry`, or `wrong-state` if it isn't on hold.
  public func release(
    _ entity: HeldEntity,
    _ code: String,
    reason: String,
    at moment: UTCTime
  ) throws(DiagnosticError) {
    try reader.checkExists(entity, code)
    guard var open = try reader.hold(on: entity, code) else {
      throw DiagnosticError(
        Diagnostic(.wrongState, at: .file(path), "\(entity.rawValue) '\(code)' isn't on hold")
      )
    }
    open.releasedBy = actor
    open.releasedAt = moment
    open.releaseReason = reason
    try change(open)
  }
}
