import FabDiagnostics
import FabHash
import FabQuality
import FabStore

/// Rules for bins with what the store keeps of them.
struct LoadedBinRules {
  /// The rules.
  let ruleset: FabQuality.BinRuleset
  /// The rules as the store keeps them.
  let entry: FabStore.BinRuleset
  /// Their bins.
  let definitions: [BinDefinition]

  /// Reads a file.
  ///
  /// - Throws: A ``DiagnosticError`` with every defect.
  init(path: String) throws(DiagnosticError) {
    let source = try InputFile.text(at: path)
    let ruleset = try FabQuality.BinRuleset.read(source)
    let hash = ContentHash(of: Array(source.text.utf8)).hexadecimal
    self.ruleset = ruleset
    entry = FabStore.BinRuleset(
      sha256: hash,
      name: ruleset.name,
      version: ruleset.version,
      rules: source.text
    )
    definitions = BinSubject.allCases.flatMap { subject in
      (ruleset.bins[subject] ?? [])
        .map {
          BinDefinition(
            ruleset: hash,
            component: subject.rawValue,
            code: $0.code,
            quality: $0.quality.rawValue,
            name: $0.name
          )
        }
    }
  }
}
