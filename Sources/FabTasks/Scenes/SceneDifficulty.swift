/// How hard the questions about scenes are.
public struct SceneDifficulty: Hashable, Sendable {
  /// The numbers of objects that occur; between 1 and 36.
  public var objectCount: ClosedRange<Int>
  /// The families of questions, each as often as the others.
  public var families: [QuestionFamily]
  /// The highest answer of a counting question; at most 5 and at most the least number of objects.
  public var maximumCount: Int
  /// How often a phrase has two attributes instead of one: 0...1.
  public var twoAttributeShare: Float
  /// How often an object that must not pass a filter of two attributes passes one of them: 0...1.
  public var nearMissShare: Float
  /// Whether objects are of rubber or metal, and questions ask for it; all are of rubber otherwise.
  public var hasMaterials: Bool
  /// Whether comparisons ask for equal numbers, too; such questions have up to 12 words instead of 8.
  public var hasEqualComparisons: Bool
  /// How far objects are shifted within their cells: 0...1, a share of the space that they have.
  public var positionJitter: Float
  /// How far the brightness of picture and objects varies: 0...0.5, a share to either side.
  public var brightnessJitter: Float
  /// The standard deviation of the noise of each value; white is 1.
  public var noise: Float

  /// Creates a difficulty; the defaults are those of ``standard``.
  public init(
    objectCount: ClosedRange<Int> = 3...6,
    families: [QuestionFamily] = [.exist, .count, .query, .compare],
    maximumCount: Int = 3,
    twoAttributeShare: Float = 0.25,
    nearMissShare: Float = 0.5,
    hasMaterials: Bool = false,
    hasEqualComparisons: Bool = false,
    positionJitter: Float = 1,
    brightnessJitter: Float = 0.15,
    noise: Float = 0.02
  ) {
    self.objectCount = objectCount
    self.families = families
    self.maximumCount = maximumCount
    self.twoAttributeShare = twoAttributeShare
    self.nearMissShare = nearMissShare
    self.hasMaterials = hasMaterials
    self.hasEqualComparisons = hasEqualComparisons
    self.positionJitter = positionJitter
    self.brightnessJitter = brightnessJitter
    self.noise = noise
  }

  /// Three or four objects, one attribute a phrase, no comparisons.
  public static let easy = SceneDifficulty(
    objectCount: 3...4,
    families: [.exist, .count, .query],
    maximumCount: 2,
    twoAttributeShare: 0,
    nearMissShare: 0,
    positionJitter: 0.5,
    brightnessJitter: 0.05,
    noise: 0.01
  )

  /// Three to six objects, four families; the families that a small network learns quickly.
  public static let standard = SceneDifficulty()

  /// Five to eight objects of two materials, two attributes in most phrases, relations, more noise.
  public static let hard = SceneDifficulty(
    objectCount: 5...8,
    families: QuestionFamily.allCases,
    maximumCount: 5,
    twoAttributeShare: 0.6,
    hasMaterials: true,
    hasEqualComparisons: true,
    brightnessJitter: 0.25,
    noise: 0.04
  )

  /// The presets by name, from easy to hard.
  public static let presets: [(name: String, difficulty: SceneDifficulty)] = [
    ("easy", .easy), ("standard", .standard), ("hard", .hard),
  ]

  /// The number of tokens of every question.
  public var questionLength: Int {
    families.contains(.relation) || (hasEqualComparisons && families.contains(.compare))
      ? SceneVocabulary.longQuestion : SceneVocabulary.shortQuestion
  }

  /// The attributes that questions name.
  var attributes: [ObjectAttribute] {
    hasMaterials ? ObjectAttribute.allCases : [.size, .color, .shape]
  }
}
