/// Which head of which sequence an executor works on.
public struct AttentionPlace: Hashable, Sendable {
  /// The sequence in the batch, from 0.
  public let batch: Int
  /// The head, from 0.
  public let head: Int
  /// `batch * heads + head`: counts through all calls of one operation.
  public let number: Int

  /// Creates a place.
  ///
  /// - Parameters:
  ///   - batch: The sequence in the batch.
  ///   - head: The head.
  ///   - number: Counts through all calls.
  public init(batch: Int, head: Int, number: Int) {
    self.batch = batch
    self.head = head
    self.number = number
  }
}
