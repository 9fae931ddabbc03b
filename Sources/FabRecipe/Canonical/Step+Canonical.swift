import FabUnits

extension Step {
  /// The step as one member, its kind.
  var canonical: CanonicalValue {
    .object([kind.rawValue: details])
  }

  private var details: CanonicalValue {
    let place = CanonicalValue.text(surroundings.rawValue)
    switch self {
    case .clean(let step):
      return .members(["procedure": .text(step.procedure), "surroundings": place])
    case .plasma(let step):
      return .members([
        "gas": .text(step.gas), "powerW": .quantity(step.power, .watt),
        "timeS": .quantity(step.time, .second), "surroundings": place,
      ])
    case .deposit(let step):
      return .members([
        "technique": .text(step.technique.rawValue),
        "rateAngstromPerS": .quantity(step.rate, .angstromPerSecond),
        "sourceTemperatureC": .quantity(step.sourceTemperature, .celsius),
        "waferTemperatureC": .quantity(step.waferTemperature, .celsius),
        "pressurePa": .quantity(step.pressure, .pascal), "surroundings": place,
      ])
    case .convert(let step):
      return .members([
        "reagent": .text(step.reagent.text), "product": .text(step.product.text),
        "expansion": .ratio(step.expansion), "technique": .text(step.technique),
        "temperatureC": .quantity(step.temperature, .celsius),
        "timeS": .quantity(step.time, .second),
        "pressurePa": .quantity(step.pressure, .pascal), "surroundings": place,
      ])
    case .rinse(let step):
      return .members([
        "solvent": .text(step.solvent.text), "technique": .text(step.technique),
        "timeS": .quantity(step.time, .second), "surroundings": place,
      ])
    case .anneal(let step):
      return .members([
        "temperatureC": .quantity(step.temperature, .celsius),
        "timeS": .quantity(step.time, .second), "surroundings": place,
      ])
    case .pattern(let step):
      return .members([
        "technique": .text(step.technique), "timeS": .quantity(step.time, .second),
        "surroundings": place,
      ])
    }
  }
}
