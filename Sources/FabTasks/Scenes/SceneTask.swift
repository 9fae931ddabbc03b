/// Questions about generated scenes: each sample is a function of difficulty, seed, split and index alone.
///
/// No sample is stored, and there is no end to them. A scene belongs to one split only: by the hash of its cells and
/// attributes, so that not even a scene drawn twice by chance is seen in training and test.
public struct SceneTask: Hashable, Sendable {
  /// How hard the questions are.
  public let difficulty: SceneDifficulty
  /// The seed of the data set.
  public let seed: UInt64

  /// Creates the task.
  ///
  /// - Parameters:
  ///   - difficulty: How hard the questions are.
  ///   - seed: The seed of the data set.
  /// - Throws: ``TaskError/difficulty(field:value:expected:)`` where a field allows no scene.
  public init(difficulty: SceneDifficulty = .standard, seed: UInt64) throws(TaskError) {
    try difficulty.check()
    self.difficulty = difficulty
    self.seed = seed
  }

  /// The number of tokens of every question.
  public var questionLength: Int { difficulty.questionLength }

  /// Returns a sample.
  ///
  /// - Precondition: `index` isn't negative.
  public func sample(_ split: DataSplit, _ index: Int) -> SceneSample {
    let draft = draft(split, index)
    let patches = [Float](unsafeUninitializedCapacity: SceneGrid.values) { buffer, count in
      buffer.initialize(repeating: 0)
      draw(draft, split, index, into: buffer)
      count = SceneGrid.values
    }
    return SceneSample(
      split: split,
      index: index,
      layout: draft.layout,
      question: draft.question,
      tokens: tokens(of: draft.question),
      answer: draft.answer,
      patches: patches
    )
  }

  func tokens(of question: SceneQuestion) -> [Int32] {
    guard let tokens = SceneVocabulary.encode(question.words, length: questionLength) else {
      preconditionFailure("the question \(question.words) isn't of the vocabulary")
    }
    return tokens
  }

  /// Composes scenes until one belongs to the split.
  func draft(_ split: DataSplit, _ index: Int) -> SceneDraft {
    precondition(index >= 0, "sample \(index) doesn't exist; the first is 0")
    let composer = SceneComposer(difficulty: difficulty)
    var attempt: UInt64 = 0
    while true {
      var random = TaskRandom(
        seed: seed,
        purpose: .scene,
        split: split,
        index: UInt64(index),
        attempt: attempt
      )
      attempt += 1
      guard var draft = composer.compose(&random) else { continue }
      draft.layout.objects.sort { $0.cell < $1.cell }
      guard split.owns(draft.layout.contentHash) else { continue }
      jitter(&draft.layout, &random)
      return draft
    }
  }

  func draw(
    _ draft: SceneDraft,
    _ split: DataSplit,
    _ index: Int,
    into buffer: UnsafeMutableBufferPointer<Float>
  ) {
    var noise = TaskRandom(seed: seed, purpose: .sceneNoise, split: split, index: UInt64(index))
    SceneRenderer(difficulty: difficulty).draw(draft.layout, noise: &noise, into: buffer)
  }

  private func jitter(_ layout: inout SceneLayout, _ random: inout TaskRandom) {
    layout.brightness = 1 + difficulty.brightnessJitter * random.signed()
    for index in layout.objects.indices {
      let size = layout.objects[index][.size]
      let reach = difficulty.positionJitter * SceneRenderer.freedom(size: size)
      layout.objects[index].shift = SIMD2(reach * random.signed(), reach * random.signed())
      layout.objects[index].brightness = 1 + difficulty.brightnessJitter * random.signed()
    }
  }
}
