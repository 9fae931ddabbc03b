public import FabRecipe
public import FabUnits

/// How long the process takes, step by step.
///
/// Only the steps themselves count: pumping, venting, heating and handling are in no recipe.
public struct Schedule: Hashable, Sendable {
  /// The steps in order.
  public let steps: [ScheduleStep]

  /// The sum of all durations that the recipe states.
  public var stated: Time { sum { !$0.isAssumption } }
  /// The sum of the durations that rest on assumptions of ours.
  public var assumed: Time { sum(\.isAssumption) }
  /// The sum of all known durations, stated and assumed.
  public var known: Time { stated + assumed }
  /// The steps whose duration nobody knows.
  public var missing: [ScheduleStep] { steps.filter { $0.duration == nil } }

  /// Computes the schedule of a recipe.
  ///
  /// > Source: A deposition lasts thickness divided by rate.
  public init(_ recipe: Recipe) {
    steps = recipe.steps.map { Self.entry($0, of: recipe) }
  }

  private func sum(_ isCounted: (ScheduleStep) -> Bool) -> Time {
    steps.filter(isCounted).compactMap(\.duration).reduce(.zero, +)
  }

  private static func entry(_ item: ProcessStep, of recipe: Recipe) -> ScheduleStep {
    let film = item.film.flatMap { recipe.film(named: $0) }
    var duration = item.step.time?.value
    var isAssumption = item.step.time?.isAssumption ?? false
    var missing = duration == nil ? "no time is stated" : nil
    if case .unspecified(_, let because)? = item.step.time, duration == nil {
      missing = "time unspecified: \(because)"
    }
    if case .deposit(let step) = item.step, let film {
      if let thickness = film.thickness.value, let rate = step.rate.value {
        duration = Self.time(for: thickness, at: rate)
        isAssumption = film.thickness.isAssumption || step.rate.isAssumption
        missing = nil
      } else {
        missing = film.thickness.value == nil ? "thickness unspecified" : "rate unspecified"
      }
    }
    return ScheduleStep(
      step: item.identifier,
      summary: item.step.summary(of: film),
      duration: duration,
      isAssumption: isAssumption,
      missing: missing
    )
  }

  /// Returns thickness divided by rate: exact where the quotient of the decimals is a short decimal.
  private static func time(for thickness: Length, at rate: DepositionRate) -> Time {
    let height = thickness.value(in: .nanometre)
    let pace = rate.value(in: .angstromPerSecond)
    if let nanometres = ExactDecimal(height), let speed = ExactDecimal(pace),
      let quotient = nanometres.shifted(by: 1 - speed.exponent)
        .scaled(by: 1, over: speed.significand)
    {
      return Time(siValue: quotient.doubleValue)
    }
    return Time(siValue: thickness.siValue / rate.siValue)
  }
}
