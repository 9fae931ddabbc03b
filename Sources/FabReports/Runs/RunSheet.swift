/// A run sheet, the traveler that goes with the wafers: what is done to them, step by step.
public struct RunSheet: Hashable, Sendable {
  /// The run's code.
  public var run: String
  /// The state, for instance `planned` or `done`.
  public var state: String
  /// The recipe's name with its version.
  public var recipe: String
  /// The recipe's hash.
  public var recipeHash: String
  /// The equipment.
  public var equipment: String
  /// The operator.
  public var operatorName: String
  /// When it began and ended, as text; empty for a blank.
  public var times: String
  /// The wafers, with their slots if they have any.
  public var wafers: [String]
  /// The material lots.
  public var materialLots: [String]
  /// The steps in their order.
  public var steps: [RunSheetStep]
  /// Notes.
  public var notes: [String]

  /// Creates a run sheet.
  public init(
    run: String,
    state: String = "planned",
    recipe: String,
    recipeHash: String,
    equipment: String = "",
    operatorName: String = "",
    times: String = "",
    wafers: [String],
    materialLots: [String] = [],
    steps: [RunSheetStep],
    notes: [String] = []
  ) {
    self.run = run
    self.state = state
    self.recipe = recipe
    self.recipeHash = recipeHash
    self.equipment = equipment
    self.operatorName = operatorName
    self.times = times
    self.wafers = wafers
    self.materialLots = materialLots
    self.steps = steps
    self.notes = notes
  }

  /// Label and text of each line of the head.
  var facts: [(label: String, text: String)] {
    [
      ("recipe", recipe), ("recipe hash", recipeHash), ("equipment", equipment),
      ("operator", operatorName), ("began, ended", times),
      ("wafers (\(wafers.count))", wafers.joined(separator: ", ")),
      ("material lots (\(materialLots.count))", materialLots.joined(separator: ", ")),
    ]
  }
}
