import FabTransformer
import Testing

/// Ranges in the metadata of a checkpoint.
@Suite struct OperandRangesTests {
  private static func ranges(query: Float = 3.25) -> OperandRanges {
    OperandRanges(attentions: [
      "one": AttentionRange(heads: 2, keys: 5, width: 4, query: query, key: 0.1, value: 7e-3),
      "two": AttentionRange(heads: 1, keys: 5, width: 8, query: 1, key: 2, value: .pi),
    ])
  }

  @Test func metadataBringsThemBackExactly() throws {
    let kept = Self.ranges(query: 1.0 / 3)
    #expect(try Self.ranges().replaced(by: kept.metadata) == kept)
    #expect(try Self.ranges().replaced(by: ["training.step": "3"]) == Self.ranges())
  }

  @Test(
    arguments: [
      "2 5 4 1 1", "2 5 4 1 1 1 1", "2 5 4 1 1 nan", "2 5 4 1 1 -1", "2 6 4 1 1 1", "x 5 4 1 1 1",
      "",
    ]
  )
  func otherRangesAreRefused(text: String) {
    var metadata = Self.ranges().metadata
    metadata["hardware.range.one"] = text
    #expect(throws: TrainingError.self) { try Self.ranges().replaced(by: metadata) }
  }

  @Test func eachAttentionHasItsRange() {
    var metadata = Self.ranges().metadata
    metadata["hardware.range.three"] = metadata["hardware.range.one"]
    #expect(throws: TrainingError.self) { try Self.ranges().replaced(by: metadata) }
    metadata = Self.ranges().metadata
    metadata["hardware.range.two"] = nil
    #expect(throws: TrainingError.self) { try Self.ranges().replaced(by: metadata) }
  }
}
