import FabDiagnostics
import FabUnits

/// Looks at a recipe that holds together for what may harm its films.
struct RecipeReview {
  /// The kinds of warnings that a recipe can justify.
  static let codes: [DiagnosticCode] = [
    .hotterThanFilmBears, .solventAttacksFilm, .vacuumBreak, .rateOutsideSource,
  ]

  /// A warning with what a justification must name.
  struct Finding {
    /// The step that the warning is about.
    let step: StepIdentifier
    /// The film that suffers, if it's about one.
    let film: FilmName?
    /// The warning.
    let diagnostic: Diagnostic
  }

  /// The recipe.
  let recipe: Recipe
  /// Where everything stands in the file.
  let places: RecipePlaces

  /// Returns the reading: every warning is either justified or not, and a justification without a
  /// warning is itself one.
  func reading(after earlier: [Diagnostic]) -> RecipeReading {
    var warnings = earlier
    var justified: [JustifiedWarning] = []
    var useful: Set<Justification> = []
    for finding in findings() {
      let reason = recipe.justifications.first { justification in
        justification.warning == finding.diagnostic.code && justification.step == finding.step
          && justification.film == finding.film
      }
      if let reason {
        useful.insert(reason)
        justified.append(JustifiedWarning(warning: finding.diagnostic, because: reason.because))
      } else {
        warnings.append(finding.diagnostic)
      }
    }
    for justification in recipe.justifications where !useful.contains(justification) {
      let film = justification.film.map { " of the film '\($0)'" } ?? ""
      warnings.append(
        Diagnostic(
          .uselessJustification,
          severity: .warning,
          at: places.justifications[justification],
          "nothing warns of \(justification.warning.rawValue)\(film) at '\(justification.step)'",
          fixes: ["correct 'step' and 'film', or remove the justification"]
        )
      )
    }
    return RecipeReading(recipe: recipe, warnings: warnings, justified: justified)
  }

  /// Returns the warnings in order of the process.
  private func findings() -> [Finding] {
    let steps = recipe.steps
    var findings: [Finding] = []
    var deposited = Set(recipe.films.filter { $0.deposition == nil }.map(\.name))
    var converted: Set<FilmName> = []
    for (index, item) in steps.enumerated() {
      if item.step.waferTemperature != nil || item.step.kind == .rinse {
        let present = recipe.films.filter { deposited.contains($0.name) }
          .compactMap { film -> (film: Film, material: Material)? in
            let name = converted.contains(film.name) ? film.finalMaterial : film.material
            return recipe.material(named: name).map { (film, $0) }
          }
        findings += heatFindings(at: item, present)
        findings += solventFindings(at: item, present)
      }
      if let finding = vacuumFinding(at: index, of: steps) { findings.append(finding) }
      if let finding = rateFinding(at: item) { findings.append(finding) }
      if let film = item.film {
        if item.step.kind == .deposit { deposited.insert(film) }
        if item.step.kind == .convert { converted.insert(film) }
      }
    }
    return findings
  }

  private func heatFindings(
    at item: ProcessStep,
    _ present: [(film: Film, material: Material)]
  ) -> [Finding] {
    guard let heat = item.step.waferTemperature, let temperature = heat.value else { return [] }
    return present.compactMap { film, material in
      guard let limit = material.maxTemperature, let borne = limit.value, temperature > borne else {
        return nil
      }
      let reached = temperature.text(in: .celsius) + (heat.isAssumption ? " (assumed)" : "")
      let bearable = borne.text(in: .celsius) + (limit.isAssumption ? " (assumed)" : "")
      return Finding(
        step: item.identifier,
        film: film.name,
        diagnostic: Diagnostic(
          .hotterThanFilmBears,
          severity: .warning,
          at: places.steps[item.identifier],
          "'\(item.identifier)' reaches \(reached); the film '\(film.name)' of "
            + "'\(material.name)' bears \(bearable)",
          notes: [.init(at: places.films[film.name], "'\(film.name)' is declared here")],
          fixes: [justify(.hotterThanFilmBears, item.identifier, film.name)]
        )
      )
    }
  }

  private func solventFindings(
    at item: ProcessStep,
    _ present: [(film: Film, material: Material)]
  ) -> [Finding] {
    guard case .rinse(let rinse) = item.step else { return [] }
    return present.compactMap { film, material in
      guard material.attackedBy.contains(rinse.solvent) else { return nil }
      return Finding(
        step: item.identifier,
        film: film.name,
        diagnostic: Diagnostic(
          .solventAttacksFilm,
          severity: .warning,
          at: places.steps[item.identifier],
          "'\(item.identifier)' uses '\(rinse.solvent)', which attacks the film '\(film.name)' of "
            + "'\(material.name)'",
          notes: [.init(at: places.materials[material.name], "'attackedBy' of '\(material.name)'")],
          fixes: [justify(.solventAttacksFilm, item.identifier, film.name)]
        )
      )
    }
  }

  /// A step outside the deposition vacuum right after one in it, if the wafer goes back later.
  private func vacuumFinding(at index: Int, of steps: [ProcessStep]) -> Finding? {
    let item = steps[index]
    guard index > 0, item.step.surroundings != .depositionVacuum,
      steps[index - 1].step.surroundings == .depositionVacuum
    else { return nil }
    let returning = steps[index...].first { $0.step.surroundings == .depositionVacuum }
    guard let returning else { return nil }
    return Finding(
      step: item.identifier,
      film: nil,
      diagnostic: Diagnostic(
        .vacuumBreak,
        severity: .warning,
        at: places.steps[item.identifier],
        "'\(item.identifier)' takes place in \(item.step.surroundings.words) between depositions: "
          + "the vacuum breaks after '\(steps[index - 1].identifier)'",
        notes: [
          .init(
            at: places.steps[returning.identifier],
            "the wafer returns to the vacuum for '\(returning.identifier)'"
          )
        ],
        fixes: [justify(.vacuumBreak, item.identifier, nil)]
      )
    )
  }

  private func rateFinding(at item: ProcessStep) -> Finding? {
    guard case .deposit(let step) = item.step, let rate = step.rate.value,
      let name = item.film.flatMap({ recipe.film(named: $0) })?.material,
      let range = recipe.material(named: name)?.rateRange?.value, !range.contains(rate)
    else { return nil }
    let bounds = [range.lowerBound, range.upperBound].map { $0.text(in: .angstromPerSecond) }
    return Finding(
      step: item.identifier,
      film: nil,
      diagnostic: Diagnostic(
        .rateOutsideSource,
        severity: .warning,
        at: places.steps[item.identifier],
        "'\(item.identifier)' deposits \(rate.text(in: .angstromPerSecond)); the source of "
          + "'\(name)' states \(bounds.joined(separator: " to "))",
        notes: [.init(at: places.materials[name], "'rateRange' of '\(name)'")],
        fixes: [justify(.rateOutsideSource, item.identifier, nil)]
      )
    )
  }

  private func justify(_ code: DiagnosticCode, _ step: StepIdentifier, _ film: FilmName?) -> String
  {
    let film = film.map { ", film: \($0)" } ?? ""
    return "change the step, or record the reason under 'justifications': "
      + "{warning: \(code.rawValue), step: \(step)\(film), because: \"…\"}"
  }
}
