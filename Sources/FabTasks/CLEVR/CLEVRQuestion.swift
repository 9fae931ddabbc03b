/// A question of CLEVR.
public struct CLEVRQuestion: Hashable, Sendable {
  /// The number of the question.
  public let index: Int
  /// The file name of the picture.
  public let imageName: String
  /// The text.
  public let text: String
  /// The answer; `nil` in the test split, whose answers aren't published.
  public let answer: String?
  /// The question as steps; `nil` in the test split.
  public let program: FunctionalProgram?
  /// The number of the template, 0...89; `nil` in the test split.
  public let family: Int?
}
