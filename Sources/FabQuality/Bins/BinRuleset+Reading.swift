public import FabDiagnostics
import FabYAML

extension BinRuleset {
  /// The first line of a file of bin rules.
  public static let format = "pcu-fab bins 1"

  /// Reads a file of bin rules.
  ///
  /// - Throws: A ``DiagnosticError`` with every defect of the file.
  public static func read(_ source: SourceText) throws(DiagnosticError) -> BinRuleset {
    let collector = DiagnosticCollector()
    let root = try YAMLNode.parse(source)
    var ruleset: BinRuleset?
    if let reader = MappingReader(root, of: "a set of bin rules", collector: collector) {
      ruleset = read(reader, collector)
      reader.finish()
    }
    guard let ruleset, !collector.hasErrors else {
      throw DiagnosticError(collector.diagnostics)
    }
    return ruleset
  }

  private static func read(
    _ root: MappingReader,
    _ collector: DiagnosticCollector
  ) -> BinRuleset? {
    if let node = root.requiredNode("format"), node.scalarText != format {
      collector.add(
        Diagnostic(
          .unknownFormat,
          at: node.place,
          "'format' is '\(format)'; found \(node.quotedOrKind)"
        )
      )
    }
    let name = root.requiredText("name")
    let version = root.requiredNode("version")?
      .integer(of: "version", in: 1...1_000_000, collector: collector)
    var bins: [BinSubject: [BinRule]] = [:]
    let sets = root.requiredMapping("bins", of: "the bins")
    for subject in BinSubject.allCases {
      guard let node = sets?.optionalNode(subject.rawValue) else { continue }
      bins[subject] = rules(node, of: subject, collector)
    }
    sets?.finish()
    if let sets, bins.isEmpty {
      collector.add(
        Diagnostic(.missingKey, at: sets.place, "the bins need a component or the PCU")
      )
    }
    guard let name, let version else { return nil }
    return BinRuleset(name: name, version: version, bins: bins)
  }

  private static func rules(
    _ node: YAMLNode,
    of subject: BinSubject,
    _ collector: DiagnosticCollector
  ) -> [BinRule] {
    guard let items = node.items(of: subject.rawValue, collector: collector) else { return [] }
    var rules: [BinRule] = []
    var codes: Set<Int> = []
    for item in items {
      guard let reader = MappingReader(item, of: "a bin", collector: collector) else { continue }
      let codeNode = reader.requiredNode("code")
      let code = codeNode?.integer(of: "code", in: 0...255, collector: collector)
      if let code, let codeNode, !codes.insert(code).inserted {
        collector.add(
          Diagnostic(
            .duplicateName,
            at: codeNode.place,
            "\(subject.rawValue) has a bin \(code) already"
          )
        )
      }
      let quality = reader.requiredChoice("quality", of: BinQuality.self)
      let name = reader.requiredText("name")
      if let last = rules.last, last.conditions.isEmpty {
        collector.add(
          Diagnostic(
            .outOfRange,
            at: item.place,
            "no \(subject.rawValue) comes to this bin: the one before takes all that is left",
            fixes: ["give bin \(last.code) a condition, or move it to the end"]
          )
        )
      }
      let conditions = BinConditionReader(subject: subject, collector: collector).read(reader)
      reader.finish()
      guard let code, let quality, let name else { continue }
      rules.append(BinRule(code: code, quality: quality, name: name, conditions: conditions))
    }
    if let last = rules.last, !last.conditions.isEmpty, rules.count == items.count {
      collector.add(
        Diagnostic(
          .missingKey,
          at: node.place,
          "\(subject.rawValue) needs a last bin without conditions: what no bin takes would vanish"
        )
      )
    }
    return rules
  }
}
