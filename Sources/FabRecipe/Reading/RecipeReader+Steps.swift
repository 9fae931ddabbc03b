import FabDiagnostics
import FabUnits
import FabYAML

extension RecipeReader {
  /// Reads a list of steps; each item is a mapping with one key, the kind.
  func readSteps(_ items: [YAMLNode], of film: FilmName?) -> [Step] {
    var steps: [Step] = []
    for item in items {
      guard let (kind, place, reader) = stepReader(item) else { continue }
      let step = step(kind, reader)
      reader.finish()
      guard let step else { continue }
      steps.append(step)
      let identified = Recipe.identified(steps, of: film)
      if let last = identified.last { places.steps[last.identifier] = place }
    }
    return steps
  }

  private func stepReader(_ item: YAMLNode) -> (StepKind, Place, MappingReader)? {
    let kinds = StepKind.allCases.map(\.rawValue)
    guard case .mapping(let pairs) = item.content, pairs.count == 1,
      let word = pairs[0].key.scalarText
    else {
      collector.add(
        Diagnostic(
          .wrongKind,
          at: item.place,
          "a step is one kind with its details, such as 'anneal: {…}'; found \(item.quotedOrKind)",
          notes: [.init("the kinds are \(kinds.joined(separator: ", "))")]
        )
      )
      return nil
    }
    guard let kind = StepKind(rawValue: word) else {
      let question = NearMiss.question(for: word, among: kinds)
      collector.add(
        Diagnostic(
          .unknownChoice,
          at: pairs[0].key.place,
          "no kind of step '\(word)'\(question)",
          notes: [.init("the kinds are \(kinds.joined(separator: ", "))")]
        )
      )
      return nil
    }
    let subject = "the step '\(word)'"
    return MappingReader(pairs[0].value, of: subject, collector: collector)
      .map { (kind, pairs[0].key.place, $0) }
  }

  private func step(_ kind: StepKind, _ reader: MappingReader) -> Step? {
    switch kind {
    case .clean: cleanStep(reader).map(Step.clean)
    case .plasma: plasmaStep(reader).map(Step.plasma)
    case .deposit: depositStep(reader).map(Step.deposit)
    case .convert: convertStep(reader).map(Step.convert)
    case .rinse: rinseStep(reader).map(Step.rinse)
    case .anneal: annealStep(reader).map(Step.anneal)
    case .pattern: patternStep(reader).map(Step.pattern)
    }
  }

  private func surroundings(_ reader: MappingReader, usual: Surroundings) -> Surroundings {
    reader.optionalChoice("surroundings", of: Surroundings.self) ?? usual
  }

  private func cleanStep(_ reader: MappingReader) -> CleanStep? {
    let procedure = figures.text(reader.requiredNode("procedure"), of: "procedure")
    let surroundings = surroundings(reader, usual: .air)
    return procedure.map { CleanStep(procedure: $0, surroundings: surroundings) }
  }

  private func plasmaStep(_ reader: MappingReader) -> PlasmaStep? {
    let gas = reader.requiredText("gas")
    let power: Stated<Power>? = figures.quantity(reader.optionalNode("power"), of: "power")
    let time: Stated<Time>? = figures.quantity(reader.optionalNode("time"), of: "time")
    let surroundings = surroundings(reader, usual: .otherVessel)
    return gas.map { PlasmaStep(gas: $0, power: power, time: time, surroundings: surroundings) }
  }

  private func depositStep(_ reader: MappingReader) -> DepositStep? {
    let technique = reader.requiredChoice("technique", of: DepositionTechnique.self)
    let rate: Stated<DepositionRate>? = figures.quantity(reader.requiredNode("rate"), of: "rate")
    let sourceTemperature: Stated<Temperature>? = figures.quantity(
      reader.optionalNode("sourceTemperature"),
      of: "sourceTemperature"
    )
    let waferTemperature: Stated<Temperature>? = figures.quantity(
      reader.optionalNode("waferTemperature"),
      of: "waferTemperature"
    )
    let pressure: Stated<Pressure>? = figures.quantity(
      reader.optionalNode("pressure"),
      of: "pressure"
    )
    let surroundings = surroundings(reader, usual: .depositionVacuum)
    guard let technique, let rate else { return nil }
    return DepositStep(
      technique: technique,
      rate: rate,
      sourceTemperature: sourceTemperature,
      waferTemperature: waferTemperature,
      pressure: pressure,
      surroundings: surroundings
    )
  }

  private func convertStep(_ reader: MappingReader) -> ConvertStep? {
    let reagent = material(reader.requiredNode("reagent"), of: "reagent", as: [.reagent])
    let product = material(
      reader.requiredNode("product"),
      of: "product",
      as: [.conductor, .holeTransport, .absorber, .electronTransport, .insulator]
    )
    let expansion = figures.ratio(reader.requiredNode("expansion"), of: "expansion")
    let technique = reader.requiredText("technique")
    let temperature: Stated<Temperature>? = figures.quantity(
      reader.requiredNode("temperature"),
      of: "temperature"
    )
    let time: Stated<Time>? = figures.quantity(reader.requiredNode("time"), of: "time")
    let pressure: Stated<Pressure>? = figures.quantity(
      reader.optionalNode("pressure"),
      of: "pressure"
    )
    let surroundings = surroundings(reader, usual: .otherVessel)
    guard let reagent, let product, let expansion, let technique, let temperature, let time else {
      return nil
    }
    return ConvertStep(
      reagent: reagent,
      product: product,
      expansion: expansion,
      technique: technique,
      temperature: temperature,
      time: time,
      pressure: pressure,
      surroundings: surroundings
    )
  }

  private func rinseStep(_ reader: MappingReader) -> RinseStep? {
    let solvent = material(reader.requiredNode("solvent"), of: "solvent", as: [.solvent])
    let technique = reader.requiredText("technique")
    let time: Stated<Time>? = figures.quantity(reader.optionalNode("time"), of: "time")
    let surroundings = surroundings(reader, usual: .air)
    guard let solvent, let technique else { return nil }
    return RinseStep(
      solvent: solvent,
      technique: technique,
      time: time,
      surroundings: surroundings
    )
  }

  private func annealStep(_ reader: MappingReader) -> AnnealStep? {
    let temperature: Stated<Temperature>? = figures.quantity(
      reader.requiredNode("temperature"),
      of: "temperature"
    )
    let time: Stated<Time>? = figures.quantity(reader.requiredNode("time"), of: "time")
    let surroundings = surroundings(reader, usual: .air)
    guard let temperature, let time else { return nil }
    return AnnealStep(temperature: temperature, time: time, surroundings: surroundings)
  }

  private func patternStep(_ reader: MappingReader) -> PatternStep? {
    let technique = figures.text(reader.requiredNode("technique"), of: "technique")
    let time: Stated<Time>? = figures.quantity(reader.optionalNode("time"), of: "time")
    let surroundings = surroundings(reader, usual: .air)
    return technique.map { PatternStep(technique: $0, time: time, surroundings: surroundings) }
  }
}
