public import FabUnits

/// One step of the process.
public enum Step: Hashable, Sendable {
  /// The surface is cleaned.
  case clean(CleanStep)
  /// The surface is treated in a plasma.
  case plasma(PlasmaStep)
  /// The film grows from vapour.
  case deposit(DepositStep)
  /// The film reacts with a vapour and becomes another material.
  case convert(ConvertStep)
  /// The film is rinsed with a solvent.
  case rinse(RinseStep)
  /// The film is heated.
  case anneal(AnnealStep)
  /// The film is removed where it isn't wanted.
  case pattern(PatternStep)

  /// What is done.
  public var kind: StepKind {
    switch self {
    case .clean: .clean
    case .plasma: .plasma
    case .deposit: .deposit
    case .convert: .convert
    case .rinse: .rinse
    case .anneal: .anneal
    case .pattern: .pattern
    }
  }

  /// Where the wafer is meanwhile.
  public var surroundings: Surroundings {
    switch self {
    case .clean(let step): step.surroundings
    case .plasma(let step): step.surroundings
    case .deposit(let step): step.surroundings
    case .convert(let step): step.surroundings
    case .rinse(let step): step.surroundings
    case .anneal(let step): step.surroundings
    case .pattern(let step): step.surroundings
    }
  }

  /// The temperature that the wafer reaches, if the step heats it.
  public var waferTemperature: Stated<Temperature>? {
    switch self {
    case .deposit(let step): step.waferTemperature
    case .convert(let step): step.temperature
    case .anneal(let step): step.temperature
    case .clean, .plasma, .rinse, .pattern: nil
    }
  }
}
