/// The words of questions and answers in their fixed order; a token is an index.
public enum SceneVocabulary {
  /// The token that fills a question up.
  public static let padding: Int32 = 0

  /// The words of questions; the first stands for padding.
  public static let words: [String] =
    [
      "<pad>", "is", "there", "a", "how", "many", "what", "the", "are", "more", "fewer", "than",
      "as", "left", "right", "of", "above", "below", "thing", "things", "disc", "discs", "square",
      "squares", "triangle", "triangles", "size", "color", "material", "shape",
    ] + ObjectAttribute.size.words + ObjectAttribute.color.words + ObjectAttribute.material.words

  /// The answers: no and yes, the numbers from 0 to 5, then the values of the attributes.
  public static let answers: [String] =
    ["no", "yes"] + (0...maximumCount).map(String.init) + ObjectAttribute.size.words
    + ObjectAttribute.color.words + ObjectAttribute.material.words + ObjectAttribute.shape.words

  /// The highest number that is an answer.
  public static let maximumCount = 5

  /// The most words of a question without relations and equal numbers.
  public static let shortQuestion = 8
  /// The most words of any question.
  public static let longQuestion = 12

  static let tokens: [String: Int32] = Dictionary(
    uniqueKeysWithValues: words.enumerated().map { ($0.element, Int32($0.offset)) }
  )

  /// Returns the tokens of words, filled up to a length.
  ///
  /// - Parameters:
  ///   - question: The words.
  ///   - length: The number of tokens; at least the number of words.
  /// - Returns: The tokens, or `nil` where a word is unknown or there are too many.
  public static func encode(_ question: [String], length: Int) -> [Int32]? {
    guard question.count <= length else { return nil }
    var result: [Int32] = []
    for word in question {
      guard let token = tokens[word] else { return nil }
      result.append(token)
    }
    return result + Array(repeating: padding, count: length - question.count)
  }

  /// The index of a yes or a no.
  static func answer(_ truth: Bool) -> Int { truth ? 1 : 0 }
  /// The index of a number.
  static func answer(count: Int) -> Int { 2 + count }

  /// The index of an attribute's value.
  static func answer(_ attribute: ObjectAttribute, _ value: Int) -> Int {
    let base = 3 + maximumCount
    return switch attribute {
    case .size: base + value
    case .color: base + ObjectAttribute.size.count + value
    case .material: base + ObjectAttribute.size.count + ObjectAttribute.color.count + value
    case .shape:
      base + ObjectAttribute.size.count + ObjectAttribute.color.count
        + ObjectAttribute.material.count + value
    }
  }
}
