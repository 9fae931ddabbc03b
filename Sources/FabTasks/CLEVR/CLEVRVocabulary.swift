/// The words that scenes and answers of CLEVR may have.
///
/// > Source: `question_generation/metadata.json` of the CLEVR generator; J. Johnson et al., *CLEVR*, CVPR 2017: 28 answers.
public enum CLEVRVocabulary {
  /// The words of each attribute.
  public static let attributes: [(name: String, words: [String])] = [
    ("size", ["small", "large"]),
    ("color", ["gray", "red", "blue", "green", "brown", "purple", "cyan", "yellow"]),
    ("material", ["rubber", "metal"]),
    ("shape", ["cube", "sphere", "cylinder"]),
  ]
  /// The sides.
  public static let relations = ["left", "right", "behind", "front"]
  /// The answers: yes and no, the numbers from 0 to 10, and the words of the attributes.
  public static let answers: [String] =
    ["yes", "no"] + (0...10).map(String.init) + attributes.flatMap(\.words)
  /// The number of templates of questions.
  public static let familyCount = 90
}
