import FabDiagnostics
import FabYAML

extension RecipeReader {
  /// Reads the section `justifications`.
  func readJustifications(_ root: MappingReader) -> [Justification] {
    var justifications: [Justification] = []
    for node in root.optionalList("justifications") {
      guard
        let reader = MappingReader(node, of: "a justification", collector: collector)
      else { continue }
      let justification = justification(reader)
      reader.finish()
      guard let justification else { continue }
      justifications.append(justification)
      places.justifications[justification] = node.place
    }
    return justifications.sorted { left, right in
      Self.sortKey(left).lexicographicallyPrecedes(Self.sortKey(right))
    }
  }

  private static func sortKey(_ justification: Justification) -> [String] {
    [
      justification.warning.rawValue, justification.step.description,
      justification.film?.text ?? "", justification.because,
    ]
  }

  private func justification(_ reader: MappingReader) -> Justification? {
    let warning = reader.requiredNode("warning").flatMap(warningCode)
    let step = reader.requiredNode("step").flatMap(stepIdentifier)
    let film: FilmName? = names.reference(
      reader.optionalNode("film"),
      of: "film",
      among: filmNames,
      .unknownFilm,
      what: "film"
    )
    guard let because = reader.requiredText("because"), let warning, let step else { return nil }
    return Justification(warning: warning, step: step, film: film, because: because)
  }

  private func warningCode(_ node: YAMLNode) -> DiagnosticCode? {
    guard let text = node.text(of: "warning", collector: collector) else { return nil }
    let codes = RecipeReview.codes
    if let code = codes.first(where: { $0.rawValue == text }) { return code }
    let names = codes.map(\.rawValue)
    collector.add(
      Diagnostic(
        .unknownChoice,
        at: node.place,
        "no warning '\(text)' can be justified\(NearMiss.question(for: text, among: names))",
        notes: [.init("the choices are \(names.joined(separator: ", "))")]
      )
    )
    return nil
  }

  private func stepIdentifier(_ node: YAMLNode) -> StepIdentifier? {
    guard let text = node.text(of: "step", collector: collector) else { return nil }
    if let identifier = StepIdentifier(text) { return identifier }
    let kinds = StepKind.allCases.map(\.rawValue).joined(separator: ", ")
    collector.add(
      Diagnostic(
        .wrongKind,
        at: node.place,
        "'step' is a film and a kind of step such as 'pvk/rinse'; found '\(text)'",
        notes: [.init("the kinds are \(kinds); a second one of a kind is 'pvk/rinse-2'")]
      )
    )
    return nil
  }
}
