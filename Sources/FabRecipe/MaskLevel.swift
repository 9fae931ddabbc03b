public import FabUnits

/// One pattern of the process: the films that share it and how its mask is made.
///
/// Films that belong to the same set of components share a level; levels are numbered in the order of
/// their first film, from the glass up.
public struct MaskLevel: Hashable, Sendable {
  /// The name, for instance `ETL`.
  public let name: LevelName
  /// The position in the flow, from 0; also the GDSII layer number.
  public let index: Int
  /// The films made with this level, in order of deposition.
  public let films: [FilmName]
  /// The components that have these films, in alphabetical order.
  public let components: [ComponentName]
  /// Whether the films conduct, so that overlaps with another conductor are devices.
  public let isConductor: Bool
  /// How the films get their pattern.
  public let method: PatterningMethod
  /// How the mask is made.
  public let technology: MaskTechnology
  /// The thickness of the mask sheet.
  public let sheetThickness: Length
  /// The fill colour in pictures, `#rrggbb`.
  public let color: String

  /// Creates a level.
  public init(
    name: LevelName,
    index: Int,
    films: [FilmName],
    components: [ComponentName],
    isConductor: Bool,
    method: PatterningMethod,
    technology: MaskTechnology,
    sheetThickness: Length,
    color: String
  ) {
    self.name = name
    self.index = index
    self.films = films
    self.components = components
    self.isConductor = isConductor
    self.method = method
    self.technology = technology
    self.sheetThickness = sheetThickness
    self.color = color
  }
}
