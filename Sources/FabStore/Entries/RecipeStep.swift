/// A step of a recipe: what is planned.
public struct RecipeStep: StoreEntry {
  /// The table.
  public static let table = "recipe_step"
  /// What people call one of them.
  public static let noun = "recipe step"
  /// What makes it unique.
  public static let key = ["recipe", "seq"]
  /// Its properties in order.
  public static let fields = [
    EntryField("recipe", .text),
    EntryField("seq", .integer),
    EntryField("film", .text),
    EntryField("kind", .text),
    EntryField("title", .text, isOptional: true),
    EntryField("material", .text, isOptional: true),
    EntryField("maskLevel", .text, isOptional: true),
    EntryField("thicknessNm", .number, isOptional: true),
    EntryField("rateAPerS", .number, isOptional: true),
    EntryField("temperatureC", .number, isOptional: true),
    EntryField("pressurePa", .number, isOptional: true),
    EntryField("timeS", .number, isOptional: true),
    EntryField("details", .text, isOptional: true),
  ]

  /// The hash of the recipe.
  public var recipe: String
  /// The place in the order of steps, from 1.
  public var seq: Int
  /// The film that it makes or changes.
  public var film: String
  /// What is done: `deposit`, `anneal`, `clean` or another kind of step.
  public var kind: String
  /// What is done, for people.
  public var title: String?
  /// The material.
  public var material: String?
  /// The mask level.
  public var maskLevel: String?
  /// Planned thickness, nm.
  public var thicknessNm: Double?
  /// Planned rate, Å/s.
  public var rateAPerS: Double?
  /// Planned temperature, °C.
  public var temperatureC: Double?
  /// Planned pressure, Pa.
  public var pressurePa: Double?
  /// Planned time, s.
  public var timeS: Double?
  /// What else the recipe says.
  public var details: String?

  /// Creates an entry.
  public init(
    recipe: String,
    seq: Int,
    film: String,
    kind: String,
    title: String? = nil,
    material: String? = nil,
    maskLevel: String? = nil,
    thicknessNm: Double? = nil,
    rateAPerS: Double? = nil,
    temperatureC: Double? = nil,
    pressurePa: Double? = nil,
    timeS: Double? = nil,
    details: String? = nil
  ) {
    self.recipe = recipe
    self.seq = seq
    self.film = film
    self.kind = kind
    self.title = title
    self.material = material
    self.maskLevel = maskLevel
    self.thicknessNm = thicknessNm
    self.rateAPerS = rateAPerS
    self.temperatureC = temperatureC
    self.pressurePa = pressurePa
    self.timeS = timeS
    self.details = details
  }
}
