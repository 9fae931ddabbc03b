public import FabUnits

/// The film is heated.
public struct AnnealStep: Hashable, Sendable {
  /// The temperature of the wafer.
  public let temperature: Stated<Temperature>
  /// How long.
  public let time: Stated<Time>
  /// Where the wafer is; air unless the recipe says otherwise.
  public let surroundings: Surroundings
}
