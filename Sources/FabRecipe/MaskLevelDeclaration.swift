public import FabUnits

/// What a recipe says of a mask level: how its sheet is made and shown.
///
/// Which films the level has is derived from the component stacks; see ``ProcessFlow``.
public struct MaskLevelDeclaration: Hashable, Sendable {
  /// The name that films refer to.
  public let name: LevelName
  /// How the mask is made.
  public let technology: MaskTechnology
  /// The thickness of the mask sheet.
  public let sheetThickness: Length
  /// The fill colour in pictures, `#rrggbb` in lower case.
  public let color: String

  /// The declaration of a level that the recipe names nowhere.
  ///
  /// > Source: the usual foil of shadow masks, 0.1 mm of stainless steel or Invar (estimate).
  static func standard(name: LevelName) -> MaskLevelDeclaration {
    MaskLevelDeclaration(
      name: name,
      technology: .laserCut,
      sheetThickness: Length(100, .micrometre),
      color: "#888888"
    )
  }
}
