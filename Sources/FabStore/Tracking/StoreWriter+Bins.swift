public import FabDiagnostics

extension StoreWriter {
  /// Keeps rules with their bins; the same ones are kept once.
  ///
  /// - Throws: A ``DiagnosticError`` with `conflicting-entry` if other rules have the same name and version.
  public func keep(_ rules: BinRuleset, bins: [BinDefinition]) throws(DiagnosticError) {
    if try reader.find(BinRuleset.self, .text(rules.sha256)) != nil { return }
    let same = try reader.all(
      BinRuleset.self,
      where: ["name": .text(rules.name), "version": .integer(Int64(rules.version))]
    )
    guard same.isEmpty else {
      throw DiagnosticError(
        Diagnostic(
          .conflictingEntry,
          at: .file(path),
          "the store has other rules called '\(rules.name)' version \(rules.version)",
          fixes: ["raise the version in the file"]
        )
      )
    }
    try add(rules)
    for bin in bins { try insertDerived(bin) }
    try recordBatch(.bins, of: .text(rules.sha256))
  }

  /// Stores the bins of a wafer as a new pass; the same as those of the last pass are no change.
  ///
  /// - Parameters:
  ///   - results: The bins; the pass is filled in.
  ///   - wafer: The wafer.
  ///   - origin: Where they come from.
  ///   - moment: When.
  /// - Returns: The pass that has them.
  /// - Throws: A ``DiagnosticError`` if the store can't be written.
  public func addBins(
    _ results: [BinResult],
    wafer: String,
    origin: String,
    at moment: UTCTime
  ) throws(DiagnosticError) -> Int {
    let passes = try reader.all(BinPass.self, where: ["wafer": .text(wafer)])
    let last = passes.map(\.pass).max() ?? 0
    if last > 0 {
      let stored = try reader.all(
        BinResult.self,
        where: ["wafer": .text(wafer), "pass": .integer(Int64(last))]
      )
      let renumbered = results.map { (result) -> BinResult in
        var copy = result
        copy.pass = last
        return copy
      }
      if Set(stored) == Set(renumbered) { return last }
    }
    try add(BinPass(wafer: wafer, pass: last + 1, at: moment, actor: actor, origin: origin))
    for var result in results {
      result.pass = last + 1
      try insertDerived(result)
    }
    try recordBatch(.binResults, of: .text(wafer), .integer(Int64(last + 1)))
    return last + 1
  }
}
