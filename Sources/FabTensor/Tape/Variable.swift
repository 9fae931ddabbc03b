/// A value on a tape: its place there, and the shape in which it's seen.
public struct Variable: Hashable, Sendable {
  /// The node of the tape.
  let index: Int
  /// The recording that the node belongs to.
  let recording: Int
  /// The extents.
  public let shape: Shape

  /// Returns the same value seen with other extents.
  ///
  /// - Precondition: The number of elements is the same.
  public func reshaped(to shape: Shape) -> Variable {
    precondition(shape.count == self.shape.count, "\(self.shape) seen as \(shape)")
    return Variable(index: index, recording: recording, shape: shape)
  }
}
