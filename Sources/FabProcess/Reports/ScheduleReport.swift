public import FabRecipe
import FabUnits

/// The schedule as plain values for JSON and tables.
public struct ScheduleReport: Encodable, Sendable {
  /// One step.
  public struct Step: Encodable, Sendable {
    /// The identifier, for instance `pvk/anneal`.
    public let step: String
    /// What is done.
    public let summary: String
    /// How long in seconds; absent where nobody knows.
    public let durationS: Double?
    /// Whether the duration rests on an assumption of ours.
    public let isAssumption: Bool
    /// Why there's no duration; absent where there is one.
    public let missing: String?
  }

  /// The name of the recipe.
  public let recipe: String
  /// The steps in order.
  public let steps: [Step]
  /// The sum of the durations that the recipe states, in seconds.
  public let statedS: Double
  /// The sum of the durations that rest on assumptions of ours, in seconds.
  public let assumedS: Double
  /// The identifiers of the steps whose duration nobody knows.
  public let missing: [String]

  /// Creates the report of a recipe's schedule.
  public init(_ recipe: Recipe) {
    let schedule = Schedule(recipe)
    self.recipe = recipe.name
    steps = schedule.steps.map { entry in
      Step(
        step: entry.step.description,
        summary: entry.summary,
        durationS: entry.duration?.value(in: .second),
        isAssumption: entry.isAssumption,
        missing: entry.missing
      )
    }
    statedS = schedule.stated.value(in: .second)
    assumedS = schedule.assumed.value(in: .second)
    missing = schedule.missing.map(\.step.description)
  }

  /// The rows of a table: a header, the steps, and the sums.
  public var rows: [[String]] {
    let entries = steps.map { entry in
      [
        entry.step, entry.summary,
        entry.durationS.map { "\(Self.seconds($0))\(entry.isAssumption ? " (assumed)" : "")" }
          ?? entry.missing ?? "",
      ]
    }
    return [["step", "what", "duration"]] + entries
      + [
        ["stated", "", Self.seconds(statedS)],
        ["assumed", "", Self.seconds(assumedS)],
        ["unknown", missing.joined(separator: ", "), "\(missing.count) steps"],
      ]
  }

  private static func seconds(_ value: Double) -> String {
    Time(siValue: value).text(in: .second)
  }
}
