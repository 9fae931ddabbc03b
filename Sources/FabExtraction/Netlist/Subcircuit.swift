/// A part of a circuit that occurs under one name.
public struct Subcircuit: Hashable, Sendable {
  /// The name, for instance `PCU`.
  public let name: String
  /// The nodes that its surroundings connect to, in order.
  public let ports: [String]
  /// The elements.
  public let elements: [NetlistElement]
}
