public import FabGeometry
public import FabRecipe

/// One difference between a layout and its schematic.
public struct LVSDifference: Hashable, Sendable {
  /// What kind of difference it is.
  public let kind: LVSDifferenceKind
  /// The site, device or net that it's about, for instance `A5.R2C3.D1`.
  public let name: String
  /// The level to look at; `nil` where nothing is drawn.
  public let level: LevelName?
  /// The place; `nil` where none is known.
  public let box: Box?
  /// What the layout has.
  public let found: String
  /// What the schematic has.
  public let expected: String
  /// What to do, a sentence that begins with a verb.
  public let fix: String

  /// Found, expected and what to do in one line.
  public var text: String { "\(name): found \(found), expected \(expected); \(fix)" }
}

extension LVSDifference: Comparable {
  /// Orders by kind, then name, then place.
  public static func < (left: LVSDifference, right: LVSDifference) -> Bool {
    let order = LVSDifferenceKind.allCases
    let (first, second) = (order.firstIndex(of: left.kind), order.firstIndex(of: right.kind))
    if let first, let second, first != second { return first < second }
    return (left.name, left.box?.min ?? .zero, left.found)
      < (right.name, right.box?.min ?? .zero, right.found)
  }
}
