public import FabUnits

/// The film is rinsed with a solvent.
public struct RinseStep: Hashable, Sendable {
  /// The solvent.
  public let solvent: MaterialName
  /// How, in words.
  public let technique: String
  /// How long.
  public let time: Stated<Time>?
  /// Where the wafer is; air unless the recipe says otherwise.
  public let surroundings: Surroundings
}
