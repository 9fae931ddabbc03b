/// What is engraved on every mask sheet, so that a mask in a drawer tells what it was made from.
public struct SheetStamps: Hashable, Sendable {
  /// The SHA-256 of the recipe's canonical form, in hexadecimal.
  public let recipeHash: String
  /// The SHA-256 of the floor plan's canonical form, in hexadecimal.
  public let floorPlanHash: String

  /// Creates the stamps.
  public init(recipeHash: String, floorPlanHash: String) {
    self.recipeHash = recipeHash
    self.floorPlanHash = floorPlanHash
  }
}
