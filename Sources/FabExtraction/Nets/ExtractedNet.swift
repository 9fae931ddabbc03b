public import FabGeometry

/// Everything that one potential spreads over: conductor pieces joined by contacts or shorts.
public struct ExtractedNet: Hashable, Sendable {
  /// The indices of its pieces, ascending.
  public let shapes: [Int]
  /// The box around its pieces.
  public let box: Box
  /// The indices of the contacts whose middle lies on it, ascending.
  public let contacts: [Int]

  /// Creates a net.
  public init(shapes: [Int], box: Box, contacts: [Int]) {
    self.shapes = shapes
    self.box = box
    self.contacts = contacts
  }
}
