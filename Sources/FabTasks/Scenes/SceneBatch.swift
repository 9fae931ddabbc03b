/// Samples side by side, as a network takes them.
public struct SceneBatch: Hashable, Sendable {
  /// The number of samples.
  public let count: Int
  /// The pictures; shape `[count, 36, 192]`.
  public let patches: [Float]
  /// The questions; shape `[count, question length]`.
  public let tokens: [Int32]
  /// The answers; shape `[count]`.
  public let answers: [Int32]
  /// The truth about the pictures; shape `[count]`.
  public let layouts: [SceneLayout]
  /// The questions as data; shape `[count]`.
  public let questions: [SceneQuestion]

  /// The families of the questions; shape `[count]`.
  public var families: [QuestionFamily] { questions.map(\.family) }
}
