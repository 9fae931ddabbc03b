/// A part of a network that the description names and doesn't describe.
public struct OutsidePart: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// Why it runs elsewhere.
  public let reason: String

  /// Creates a part.
  public init(name: String, reason: String) {
    self.name = name
    self.reason = reason
  }
}
