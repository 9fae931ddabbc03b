public import FabGeometry

/// A text at a point, for instance the name of a contact; it isn't geometry.
public struct Label: Hashable, Sendable {
  /// The layer that the text annotates.
  public let layer: Layer
  /// Where it stands.
  public let position: Point
  /// The text.
  public let text: String

  /// Creates a label.
  public init(_ text: String, on layer: Layer, at position: Point) {
    self.text = text
    self.layer = layer
    self.position = position
  }
}
