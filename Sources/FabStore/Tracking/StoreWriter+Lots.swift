public import FabDiagnostics

extension StoreWriter {
  /// Moves some wafers of a lot into a new one.
  ///
  /// - Parameters:
  ///   - lot: The lot.
  ///   - new: The name of the new lot.
  ///   - wafers: The wafers that move; not all of the lot.
  ///   - reason: Why.
  ///   - moment: When.
  /// - Throws: A ``DiagnosticError``: `unknown-entry`, `conflicting-entry`, or `wrong-state` if a wafer isn't in the lot, is
  ///   on hold, or none would stay.
  public func split(
    lot: String,
    into new: String,
    wafers: [String],
    reason: String?,
    at moment: UTCTime
  ) throws(DiagnosticError) {
    let parent = try reader.named(Lot.self, lot)
    try reader.checkFree(.lot, lot)
    let members = try reader.all(Wafer.self, where: ["lot": .text(lot)])
    let moving = try selected(wafers, of: members, lot: lot)
    guard moving.count < members.count else {
      throw refusal("all \(members.count) wafers of '\(lot)' would leave it; leave one there")
    }
    guard try add(Lot(code: new, title: parent.title, state: "open", origin: lot)) else {
      throw refusal("the lot '\(new)' exists; a split makes a new one")
    }
    try move(moving, to: new)
    try add(
      Genealogy(
        child: new,
        parent: lot,
        entity: "lot",
        kind: "split",
        at: moment,
        wafers: wafers.joined(separator: " "),
        reason: reason
      )
    )
  }

  /// Brings the wafers of some lots together in a new one and closes these.
  ///
  /// - Throws: A ``DiagnosticError``: `unknown-entry`, `conflicting-entry`, or `wrong-state` if a lot is on hold or closed.
  public func merge(
    lots: [String],
    into new: String,
    reason: String?,
    at moment: UTCTime
  ) throws(DiagnosticError) {
    guard Set(lots).count >= 2 else { throw refusal("at least two different lots are merged") }
    let parents = try lots.map { (code) throws(DiagnosticError) in
      try reader.checkFree(.lot, code)
      return try reader.named(Lot.self, code)
    }
    if let closed = parents.first(where: { $0.state == "closed" }) {
      throw refusal("the lot '\(closed.code)' is closed")
    }
    guard try add(Lot(code: new, state: "open", origin: lots.joined(separator: " "))) else {
      throw refusal("the lot '\(new)' exists; a merge makes a new one")
    }
    for var parent in parents {
      let members = try reader.all(Wafer.self, where: ["lot": .text(parent.code)])
      try move(members, to: new)
      try add(
        Genealogy(
          child: new,
          parent: parent.code,
          entity: "lot",
          kind: "merge",
          at: moment,
          wafers: members.map(\.code).joined(separator: " "),
          reason: reason
        )
      )
      parent.state = "closed"
      try change(parent)
    }
  }

  /// Takes a processed wafer back to the start.
  ///
  /// - Throws: A ``DiagnosticError``: `unknown-entry`, or `wrong-state` unless the wafer was processed and isn't on hold.
  public func rework(
    wafer code: String,
    reason: String,
    at moment: UTCTime
  ) throws(DiagnosticError) {
    var wafer = try reader.named(Wafer.self, code)
    try reader.checkProcessable(wafer)
    guard wafer.state == "processed" else {
      throw refusal("wafer '\(code)' is '\(wafer.state)'; only processed wafers are reworked")
    }
    wafer.state = "needs processing"
    try change(wafer)
    try add(
      Genealogy(
        child: code,
        parent: code,
        entity: "wafer",
        kind: "rework",
        at: moment,
        reason: reason
      )
    )
  }

  /// Takes a wafer out for good.
  ///
  /// - Throws: A ``DiagnosticError``: `unknown-entry`, or `wrong-state` if a run has it.
  public func scrap(wafer code: String, reason: String) throws(DiagnosticError) {
    var wafer = try reader.named(Wafer.self, code)
    guard wafer.state != "in process" else {
      throw refusal("wafer '\(code)' is in a run; finish or abort that first")
    }
    wafer.state = "scrapped"
    wafer.note = reason
    try change(wafer)
  }

  func refusal(_ text: String, fixes: [String] = []) -> DiagnosticError {
    DiagnosticError(Diagnostic(.wrongState, at: .file(path), text, fixes: fixes))
  }

  private func selected(
    _ codes: [String],
    of members: [Wafer],
    lot: String
  ) throws(DiagnosticError) -> [Wafer] {
    guard !codes.isEmpty else { throw refusal("no wafer is named") }
    return try Set(codes).sorted()
      .map { (code) throws(DiagnosticError) in
        guard let wafer = members.first(where: { $0.code == code }) else {
          let known = members.map(\.code)
          throw refusal(
            "the lot '\(lot)' has no wafer '\(code)'\(NearMiss.question(for: code, among: known))"
          )
        }
        try reader.checkFree(.wafer, code)
        return wafer
      }
  }

  private func move(_ wafers: [Wafer], to lot: String) throws(DiagnosticError) {
    for var wafer in wafers {
      wafer.lot = lot
      try change(wafer)
    }
  }
}
