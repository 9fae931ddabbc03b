public import FabImage

/// A picture with a question about it.
public struct SceneSample: Hashable, Sendable {
  /// The part of the data set.
  public let split: DataSplit
  /// Which sample of that part.
  public let index: Int
  /// The truth about the picture.
  public let layout: SceneLayout
  /// The question.
  public let question: SceneQuestion
  /// The tokens of the question, filled up; shape `[question length]`.
  public let tokens: [Int32]
  /// The index of the answer in ``SceneVocabulary/answers``.
  public let answer: Int
  /// The picture as tokens, between -1 (black) and 1 (white); shape `[36, 192]`, a token's values `[row, column, channel]`.
  public let patches: [Float]

  /// The word of the answer.
  public var answerWord: String { SceneVocabulary.answers[answer] }

  /// The picture between 0 and 1; shape `[48, 48, 3]`, rows from the top.
  public var pixels: [Float] { Self.pixels(patches) }

  /// The picture as 8 bits a channel.
  public var raster: Raster {
    Raster(width: SceneGrid.side, height: SceneGrid.side, format: .rgb, values: pixels)
  }

  /// Returns the picture of tokens.
  ///
  /// - Precondition: `patches` has 36 * 192 values.
  static func pixels(_ patches: [Float]) -> [Float] {
    PatchOrder(cells: SceneGrid.cells, patch: SceneGrid.patch, channels: 3).pixels(patches)
  }
}
