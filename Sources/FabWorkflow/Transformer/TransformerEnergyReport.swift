import FabTransformer

/// What `transformer energy` found: printed with `--json`.
struct TransformerEnergyReport: Encodable {
  /// A part of a platform's energy.
  struct Term: Encodable {
    var name: String
    var count: Int
    var picojouleEach: Double
    var energyMilliJoule: Double
    var sharePercent: Double
  }

  /// A platform.
  struct Platform: Encodable {
    var name: String
    var energyMilliJoule: Double
    var paperMilliJoule: Double?
    var terms: [Term]
    var besides: [Term]
  }

  /// A parameter.
  struct Parameter: Encodable {
    var name: String
    var value: Double
    var unit: String
    var source: String
  }

  /// What the energy on PCUs is with half and twice of a parameter.
  struct Sensitivity: Encodable {
    var parameter: String
    var halvedMilliJoule: Double
    var doubledMilliJoule: Double
  }

  /// What it costs to write the weights.
  struct Programming: Encodable {
    var memristors: Int
    var energyJoule: Double
    var secondsInTurn: Double
  }

  var network: String
  var networkHash: String
  var isPaperConfiguration: Bool
  var staticMacs: Int
  var dynamicMacs: Int
  var platforms: [Platform]
  var dynamicProductBudgetPicojoule: Double?
  var programming: Programming
  var sensitivity: [Sensitivity]
  var parameters: [Parameter]

  init(_ study: EnergyStudy) {
    network = study.network.name
    networkHash = study.hash
    isPaperConfiguration = study.isPaperConfiguration
    staticMacs = study.model.counts.staticMacs
    dynamicMacs = study.model.counts.dynamicMacs
    platforms = study.platforms.map { platform in
      Platform(
        name: platform.name,
        energyMilliJoule: 1e3 * platform.joules,
        paperMilliJoule: study.isPaperConfiguration ? platform.paperJoules.map { 1e3 * $0 } : nil,
        terms: platform.terms.map { Self.term($0, of: platform) },
        besides: platform.besides.map { Self.term($0, of: platform) }
      )
    }
    dynamicProductBudgetPicojoule =
      study.isPaperConfiguration ? study.model.dynamicProductBudget.map { 1e12 * $0 } : nil
    programming = Programming(
      memristors: study.programming.memristors,
      energyJoule: study.programming.joules,
      secondsInTurn: study.programming.secondsInTurn
    )
    sensitivity = study.sensitivity.bars.map {
      Sensitivity(
        parameter: $0.parameter.rawValue,
        halvedMilliJoule: 1e3 * $0.halved,
        doubledMilliJoule: 1e3 * $0.doubled
      )
    }
    let values = study.model.parameters
    parameters = EnergyParameter.allCases.map {
      Parameter(
        name: $0.rawValue,
        value: values[$0],
        unit: $0.unit,
        source: values.source(of: $0)
      )
    }
  }

  private static func term(_ term: EnergyTerm, of platform: EnergyPlatform) -> Term {
    Term(
      name: term.name,
      count: term.count,
      picojouleEach: 1e12 * term.joulesEach,
      energyMilliJoule: 1e3 * term.joules,
      sharePercent: platform.joules > 0 ? 100 * term.joules / platform.joules : 0
    )
  }
}
