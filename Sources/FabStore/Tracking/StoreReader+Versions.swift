public import FabDiagnostics

extension StoreReader {
  /// The recipe with a name, the newest version of it, or with the first digits of a hash.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-entry`.
  public func recipe(
    named name: String,
    at place: Place? = nil
  ) throws(DiagnosticError)
    -> RecipeVersion
  {
    let all = try all(RecipeVersion.self)
    let named = all.filter { $0.name == name }.sorted { $0.version < $1.version }
    if let newest = named.last { return newest }
    let hashed = all.filter { name.count >= 6 && $0.sha256.hasPrefix(name) }
    if hashed.count == 1 { return hashed[0] }
    throw unknown("recipe", name, known: all.map(\.name), at: place)
  }

  /// The layout with a name, if only one has it, or with the first digits of a hash.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-entry`.
  public func layout(
    named name: String,
    at place: Place? = nil
  ) throws(DiagnosticError)
    -> LayoutVersion
  {
    let all = try all(LayoutVersion.self)
    let found = all.filter {
      $0.name == name || (name.count >= 6 && $0.sha256.hasPrefix(name))
    }
    if found.count == 1 { return found[0] }
    if found.count > 1 {
      throw DiagnosticError(
        Diagnostic(
          .unknownEntry,
          at: place ?? .file(path),
          "\(found.count) layouts are called '\(name)'",
          notes: found.map { .init($0.sha256) },
          fixes: ["name it by the first digits of its hash"]
        )
      )
    }
    throw unknown("layout", name, known: all.map(\.name), at: place)
  }

  private func unknown(
    _ noun: String,
    _ name: String,
    known: [String],
    at place: Place?
  ) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        .unknownEntry,
        at: place ?? .file(path),
        "there is no \(noun) '\(name)'\(NearMiss.question(for: name, among: known))",
        fixes: ["name a file, a name that the store has, or the first digits of a hash"]
      )
    )
  }
}
