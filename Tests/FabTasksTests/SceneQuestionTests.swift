import FabTasks
import Testing

@Suite struct SceneQuestionTests {
  private func samples(
    _ difficulty: SceneDifficulty,
    _ split: DataSplit,
    count: Int
  ) throws -> [SceneSample] {
    let task = try SceneTask(difficulty: difficulty, seed: 11)
    return (0..<count).map { task.sample(split, $0) }
  }

  /// The program is run over the truth, by code that doesn't know how the scene was made.
  @Test(arguments: SceneDifficulty.presets.map(\.difficulty), DataSplit.allCases)
  func everyAnswerFollowsFromTheScene(difficulty: SceneDifficulty, split: DataSplit) throws {
    for sample in try samples(difficulty, split, count: 1500) {
      let answer = try sample.question.program.answer(about: sample.layout)
      #expect(answer == sample.answerWord, "\(split) \(sample.index): \(sample.question.words)")
    }
  }

  /// The words alone, read by a parser of their own, give the same answer as the scene.
  @Test(arguments: SceneDifficulty.presets.map(\.difficulty))
  func everyAnswerFollowsFromTheTokens(difficulty: SceneDifficulty) throws {
    for sample in try samples(difficulty, .test, count: 1500) {
      let words = sample.tokens.map { SceneVocabulary.words[Int($0)] }.filter { $0 != "<pad>" }
      let answer = try #require(QuestionReader(sample.layout).answer(words))
      #expect(answer == sample.answerWord, "\(sample.index): \(words)")
    }
  }

  /// The phrase of each object, counted, gives the answer again.
  @Test(arguments: SceneDifficulty.presets.map(\.difficulty))
  func phrasesOfObjectsGiveTheAnswer(difficulty: SceneDifficulty) throws {
    for sample in try samples(difficulty, .test, count: 1500) {
      let meant = sample.layout.objects.filter { sample.question.phrase(of: $0) == 1 }
      let others = sample.layout.objects.filter { sample.question.phrase(of: $0) == 2 }
      let answer: String
      switch sample.question {
      case .exist: answer = meant.isEmpty ? "no" : "yes"
      case .count: answer = "\(meant.count)"
      case .query(let attribute, _):
        #expect(meant.count == 1)
        answer = try #require(meant.first).word(attribute)
      case .compare(let comparison, _, _):
        let holds =
          switch comparison {
          case .more: meant.count > others.count
          case .fewer: meant.count < others.count
          case .equal: meant.count == others.count
          }
        answer = holds ? "yes" : "no"
      case .relation:
        // What is asked for is there in any case; the answer hangs on the side.
        #expect(!meant.isEmpty && others.count == 1)
        continue
      }
      #expect(answer == sample.answerWord, "\(sample.index): \(sample.question.words)")
      #expect(sample.question.family == .compare || others.isEmpty)
    }
  }

  @Test(arguments: SceneDifficulty.presets.map(\.difficulty))
  func answersOfEveryFamilyAreBalanced(difficulty: SceneDifficulty) throws {
    let all = try samples(difficulty, .train, count: 12_000)
    for family in difficulty.families {
      let chosen = all.filter { $0.question.family == family }
      let fair = 12_000 / Double(difficulty.families.count)
      #expect((Double(chosen.count) - fair).magnitude < 0.1 * fair)
      // A query has as many answers as its attribute has values.
      let groups = Dictionary(grouping: chosen) { sample in
        if case .query(let attribute, _) = sample.question { attribute.name } else { "" }
      }
      for (name, group) in groups {
        let counts = Dictionary(grouping: group, by: \.answerWord).mapValues(\.count)
        let expected: Int
        switch family {
        case .exist, .compare, .relation: expected = 2
        case .count: expected = difficulty.maximumCount + 1
        case .query:
          expected =
            try #require(ObjectAttribute.allCases.first { $0.name == name }).words.count
        }
        #expect(counts.count == expected, "\(family.name) \(name): \(counts)")
        // Five standard deviations of a fair draw.
        let share = 1 / Double(expected)
        let variance: Double = share * (1 - share) / Double(group.count)
        let limit = 5 * variance.squareRoot()
        for (answer, count) in counts {
          let found = Double(count) / Double(group.count)
          #expect((found - share).magnitude < limit, "\(family.name) \(answer): \(found)")
        }
      }
    }
  }

  /// Whoever knows the question but not the picture can't do better than chance.
  @Test func wordsTellNothingAboutTheAnswer() throws {
    let all = try samples(.standard, .train, count: 24_000)
    // The most frequent answer of each question in the first half, tried on the second half.
    var best: [[Int32]: Int] = [:]
    for (tokens, group) in Dictionary(grouping: all.prefix(12_000), by: \.tokens) {
      best[tokens] =
        Dictionary(grouping: group, by: \.answer).mapValues(\.count)
        .max { ($0.value, $0.key) < ($1.value, $1.key) }?
        .key
    }
    let second = all.dropFirst(12_000)
    let found = Double(second.count { best[$0.tokens] == $0.answer }) / 12_000
    // Chance: a half of exist and compare, a quarter of count; of query 1/2, 1/3 or 1/6 by the attribute.
    let query: Double = (1 / 2.0 + 1 / 3.0 + 1 / 6.0) / 3
    let chance: Double = (1.25 + query) / 4
    #expect((found - chance).magnitude < 0.03, "found \(found), chance \(chance)")
  }

  @Test func noSceneBelongsToTwoSplits() throws {
    var owners: [UInt64: DataSplit] = [:]
    for split in DataSplit.allCases {
      for sample in try samples(.easy, split, count: 4000) {
        let hash = sample.layout.contentHash
        #expect(owners[hash, default: split] == split)
        owners[hash] = split
      }
    }
    // The split follows from the hash, so no draw can ever break it.
    for (hash, split) in owners {
      let expected: DataSplit = hash >> 61 == 6 ? .validation : hash >> 61 == 7 ? .test : .train
      #expect(split == expected)
    }
  }

  @Test func questionsHaveTheLengthThatIsStated() throws {
    for (name, difficulty) in SceneDifficulty.presets {
      let task = try SceneTask(difficulty: difficulty, seed: 5)
      #expect(task.questionLength == (name == "hard" ? 12 : 8))
      var longest = 0
      for index in 0..<3000 {
        let sample = task.sample(.train, index)
        #expect(sample.tokens.count == task.questionLength)
        longest = max(longest, sample.question.words.count)
      }
      #expect(longest <= task.questionLength)
    }
    #expect(Set(SceneVocabulary.words).count == SceneVocabulary.words.count)
    #expect(Set(SceneVocabulary.answers).count == SceneVocabulary.answers.count)
    #expect(SceneVocabulary.encode(["is", "there", "a", "unicorn"], length: 8) == nil)
    #expect(SceneVocabulary.encode(["is", "is"], length: 1) == nil)
  }
}
