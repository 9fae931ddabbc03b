/// A substance: what the process needs to know of it, each figure with its source.
public struct Material: Hashable, Sendable {
  /// The name that films refer to.
  public let name: MaterialName

  /// Creates a material.
  public init(name: MaterialName) {
    self.name = name
  }
}
