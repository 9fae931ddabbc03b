/// A layout as it was once made, by the hash of its geometry.
public struct LayoutVersion: StoreEntry {
  /// The table.
  public static let table = "layout"
  /// What people call one of them.
  public static let noun = "layout"
  /// What makes it unique.
  public static let key = ["sha256"]
  /// Its properties in order.
  public static let fields = [
    EntryField("sha256", .text),
    EntryField("name", .text),
    EntryField("recipe", .text),
    EntryField("floorPlanSha256", .text),
    EntryField("floorPlan", .text),
    EntryField("diameterMm", .number),
    EntryField("edgeExclusionMm", .number),
  ]

  /// SHA-256 of the GDSII, as `layout` prints it.
  public var sha256: String
  /// The name of the floor plan.
  public var name: String
  /// The hash of the recipe.
  public var recipe: String
  /// The hash of the floor plan's canonical form.
  public var floorPlanSha256: String
  /// That form, JSON.
  public var floorPlan: String
  /// Diameter of the wafer, mm.
  public var diameterMm: Double
  /// What isn't used at its edge, mm.
  public var edgeExclusionMm: Double

  /// Creates an entry.
  public init(
    sha256: String,
    name: String,
    recipe: String,
    floorPlanSha256: String,
    floorPlan: String,
    diameterMm: Double,
    edgeExclusionMm: Double
  ) {
    self.sha256 = sha256
    self.name = name
    self.recipe = recipe
    self.floorPlanSha256 = floorPlanSha256
    self.floorPlan = floorPlan
    self.diameterMm = diameterMm
    self.edgeExclusionMm = edgeExclusionMm
  }
}
