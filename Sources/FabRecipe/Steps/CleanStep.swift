/// The surface is cleaned.
public struct CleanStep: Hashable, Sendable {
  /// How: agents, baths, times.
  public let procedure: Stated<String>
  /// Where the wafer is; air unless the recipe says otherwise.
  public let surroundings: Surroundings
}
