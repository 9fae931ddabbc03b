/// Makes scenes for a wanted answer.
///
/// Question and answer are drawn first, independently of each other, then a scene that gives the answer: so every answer
/// of a question is equally frequent, and the words of a question tell nothing about its answer.
struct SceneComposer {
  let difficulty: SceneDifficulty

  /// How often a requirement is tried before the question is drawn again: some can't be met, for instance objects that
  /// are neither small nor large.
  private static let tries = 64

  /// Returns a scene, its question and the answer; `nil` where the drawn question has no scene with the drawn answer.
  func compose(_ random: inout TaskRandom) -> SceneDraft? {
    let count = random.whole(in: difficulty.objectCount)
    return switch random.element(of: difficulty.families) {
    case .exist: exist(count, &random)
    case .count: number(count, &random)
    case .query: query(count, &random)
    case .compare: compare(count, &random)
    case .relation: relation(count, &random)
    }
  }

  private func exist(_ count: Int, _ random: inout TaskRandom) -> SceneDraft? {
    let filter = filter(of: difficulty.attributes, &random)
    let answer = random.happens(0.5)
    // Sometimes two, so that "yes" isn't "exactly one".
    let matches = answer ? (count > 1 && random.happens(0.3) ? 2 : 1) : 0
    return objects(count, [(filter, matches)], &random)
      .map {
        SceneDraft(
          layout: SceneLayout(objects: $0),
          question: .exist(filter),
          answer: SceneVocabulary.answer(answer)
        )
      }
  }

  private func number(_ count: Int, _ random: inout TaskRandom) -> SceneDraft? {
    let filter = filter(of: difficulty.attributes, &random)
    let answer = random.whole(in: 0...difficulty.maximumCount)
    return objects(count, [(filter, answer)], &random)
      .map {
        SceneDraft(
          layout: SceneLayout(objects: $0),
          question: .count(filter),
          answer: SceneVocabulary.answer(count: answer)
        )
      }
  }

  private func query(_ count: Int, _ random: inout TaskRandom) -> SceneDraft? {
    let attribute = random.element(of: difficulty.attributes)
    let filter = filter(of: difficulty.attributes.filter { $0 != attribute }, &random)
    let value = random.below(attribute.count)
    guard var objects = objects(count, [(filter, 1)], &random) else { return nil }
    objects[0][attribute] = value
    return SceneDraft(
      layout: SceneLayout(objects: objects),
      question: .query(attribute, of: filter),
      answer: SceneVocabulary.answer(attribute, value)
    )
  }

  /// Compares two colours or two shapes: of two sizes or materials every object would have one.
  private func compare(_ count: Int, _ random: inout TaskRandom) -> SceneDraft? {
    let attribute = random.element(of: [ObjectAttribute.color, .shape])
    var first = ObjectFilter()
    var second = ObjectFilter()
    let value = random.below(attribute.count)
    first[attribute] = value
    second[attribute] = (value + 1 + random.below(attribute.count - 1)) % attribute.count
    let kinds = difficulty.hasEqualComparisons ? CountComparison.allCases : [.more, .fewer]
    let comparison = random.element(of: kinds)
    let answer = random.happens(0.5)
    let highest = min(difficulty.maximumCount, count)
    var pairs: [(Int, Int)] = []
    for left in 0...highest {
      for right in 0...min(highest, count - left) where comparison.holds(left, right) == answer {
        pairs.append((left, right))
      }
    }
    guard !pairs.isEmpty else { return nil }
    let pair = random.element(of: pairs)
    return objects(count, [(first, pair.0), (second, pair.1)], &random)
      .map {
        SceneDraft(
          layout: SceneLayout(objects: $0),
          question: .compare(comparison, first, second),
          answer: SceneVocabulary.answer(answer)
        )
      }
  }

  /// Asks for something on a side of one object; what's asked for is always there, perhaps on another side.
  private func relation(_ count: Int, _ random: inout TaskRandom) -> SceneDraft? {
    let wanted = filter(of: difficulty.attributes, &random)
    let reference = filter(of: difficulty.attributes, &random)
    let relation = random.element(of: SceneRelation.allCases)
    let answer = random.happens(0.5)
    let matches = count > 2 && random.happens(0.3) ? 2 : 1
    guard !wanted.implies(reference),
      let objects = objects(count, [(reference, 1), (wanted, matches)], &random)
    else { return nil }
    for _ in 0..<Self.tries {
      let layout = placed(objects, &random)
      let found = layout.contains {
        wanted.passes($0) && relation.holds($0, from: layout[0])
      }
      guard found == answer else { continue }
      return SceneDraft(
        layout: SceneLayout(objects: layout),
        question: .relation(wanted, relation, of: reference),
        answer: SceneVocabulary.answer(answer)
      )
    }
    return nil
  }

  // MARK: - Parts

  /// A filter of one or two of the attributes.
  private func filter(
    of attributes: [ObjectAttribute],
    _ random: inout TaskRandom
  ) -> ObjectFilter {
    var result = ObjectFilter()
    let first = random.below(attributes.count)
    result[attributes[first]] = random.below(attributes[first].count)
    guard attributes.count > 1, random.happens(difficulty.twoAttributeShare) else { return result }
    let second = (first + 1 + random.below(attributes.count - 1)) % attributes.count
    result[attributes[second]] = random.below(attributes[second].count)
    return result
  }

  /// Objects in cells of their own, first those that pass each filter and none before it, then those that pass none.
  private func objects(
    _ count: Int,
    _ groups: [(filter: ObjectFilter, count: Int)],
    _ random: inout TaskRandom
  ) -> [SceneObject]? {
    var result: [SceneObject] = []
    for (index, group) in groups.enumerated() {
      for _ in 0..<group.count {
        let others = groups[..<index].map(\.filter)
        guard let object = object(passing: group.filter, failing: others, &random) else {
          return nil
        }
        result.append(object)
      }
    }
    while result.count < count {
      guard let object = object(passing: nil, failing: groups.map(\.filter), &random) else {
        return nil
      }
      result.append(object)
    }
    return placed(result, &random)
  }

  private func object(
    passing filter: ObjectFilter?,
    failing others: [ObjectFilter],
    _ random: inout TaskRandom
  ) -> SceneObject? {
    for _ in 0..<Self.tries {
      var object = SceneObject()
      for attribute in difficulty.attributes { object[attribute] = random.below(attribute.count) }
      if let filter {
        filter.apply(to: &object)
      } else if let miss = others.first(where: { $0.attributes.count > 1 }),
        random.happens(difficulty.nearMissShare)
      {
        miss.apply(to: &object)
        let attribute = random.element(of: miss.attributes)
        object[attribute] =
          (object[attribute] + 1 + random.below(attribute.count - 1)) % attribute.count
      }
      if !others.contains(where: { $0.passes(object) }) { return object }
    }
    return nil
  }

  private func placed(_ objects: [SceneObject], _ random: inout TaskRandom) -> [SceneObject] {
    var taken: UInt64 = 0
    return objects.map { object in
      var object = object
      repeat { object.cell = random.below(SceneGrid.tokens) } while taken & (1 << object.cell) != 0
      taken |= 1 << object.cell
      return object
    }
  }
}
