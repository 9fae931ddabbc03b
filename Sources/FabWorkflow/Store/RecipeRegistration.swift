import FabDiagnostics
import FabHash
import FabProcess
import FabRecipe
import FabStore
import FabUnits

/// A recipe as the store keeps it: its canonical form, and its steps as they are planned.
struct RecipeRegistration {
  let version: RecipeVersion
  let steps: [FabStore.RecipeStep]

  init(_ loaded: LoadedRecipe) {
    let recipe = loaded.recipe
    version = RecipeVersion(
      sha256: loaded.hash.hexadecimal,
      name: recipe.name,
      version: 1,
      title: recipe.title,
      canonical: String(decoding: recipe.canonicalJSON(), as: UTF8.self)
    )
    let schedule = Schedule(recipe)
    steps = zip(recipe.steps, schedule.steps).enumerated()
      .map { index, pair in
        Self.planned(
          pair.0,
          pair.1,
          seq: index + 1,
          recipe: recipe,
          hash: loaded.hash.hexadecimal
        )
      }
  }

  private static func planned(
    _ item: ProcessStep,
    _ timed: ScheduleStep,
    seq: Int,
    recipe: Recipe,
    hash: String
  ) -> FabStore.RecipeStep {
    let film = item.film.flatMap { recipe.film(named: $0) }
    var step = FabStore.RecipeStep(
      recipe: hash,
      seq: seq,
      film: item.film?.text ?? StepIdentifier.substrateWord,
      kind: item.step.kind.rawValue,
      title: timed.summary,
      timeS: timed.duration?.siValue,
      details: timed.missing
    )
    step.temperatureC = item.step.waferTemperature?.value.map { $0.value(in: .celsius) }
    switch item.step {
    case .deposit(let deposit):
      step.material = film?.material.text
      step.thicknessNm = film?.thickness.value?.value(in: .nanometre)
      step.rateAPerS = deposit.rate.value?.value(in: .angstromPerSecond)
      step.pressurePa = deposit.pressure?.value?.siValue
    case .convert(let convert):
      step.material = convert.reagent.text
      step.pressurePa = convert.pressure?.value?.siValue
    default: break
    }
    if let film { step.maskLevel = recipe.flow.level(of: film.name) }
    return step
  }
}

extension ProcessFlow {
  /// The name of the mask level that a film is patterned with.
  fileprivate func level(of film: FilmName) -> String? {
    levels.first { $0.films.contains(film) }?.name.text
  }
}
