public import FabUnits

/// The film is removed where it isn't wanted.
public struct PatternStep: Hashable, Sendable {
  /// How, in words.
  public let technique: Stated<String>
  /// How long.
  public let time: Stated<Time>?
  /// Where the wafer is; air unless the recipe says otherwise.
  public let surroundings: Surroundings
}
