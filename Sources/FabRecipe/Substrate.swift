public import FabUnits

/// What the films are made on.
public struct Substrate: Hashable, Sendable {
  /// What it's made of.
  public let material: MaterialName
  /// Its thickness.
  public let thickness: Stated<Length>?
  /// What is done to it before the first film, in order.
  public let steps: [Step]
}
