extension Recipe {
  /// Every step of the process in order: those of the substrate, then those of each film.
  public var steps: [ProcessStep] {
    Self.identified(substrate.steps, of: nil)
      + films.flatMap { Self.identified($0.steps, of: $0.name) }
  }

  /// Returns steps with their identifiers.
  static func identified(_ steps: [Step], of film: FilmName?) -> [ProcessStep] {
    var counts: [StepKind: Int] = [:]
    return steps.map { step in
      counts[step.kind, default: 0] += 1
      let identifier = StepIdentifier(
        film: film,
        kind: step.kind,
        occurrence: counts[step.kind, default: 1]
      )
      return ProcessStep(identifier: identifier, step: step)
    }
  }
}
