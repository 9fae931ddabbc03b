extension SceneDifficulty {
  /// Throws where no scene can satisfy a field.
  func check() throws(TaskError) {
    func need(
      _ holds: Bool,
      _ field: String,
      _ value: some Sendable,
      _ expected: String
    ) throws(TaskError) {
      guard !holds else { return }
      throw .difficulty(field: field, value: "\(value)", expected: expected)
    }
    let bounds = (objectCount.lowerBound, objectCount.upperBound)
    try need(
      bounds.0 >= 1 && bounds.1 <= SceneGrid.tokens,
      "objectCount",
      objectCount,
      "numbers from 1 to \(SceneGrid.tokens)"
    )
    try need(!families.isEmpty, "families", families.map(\.name), "at least one family")
    try need(
      Set(families).count == families.count,
      "families",
      families.map(\.name),
      "each family once"
    )
    // A number above the least count of objects would tell how many objects there are.
    let highest = min(SceneVocabulary.maximumCount, bounds.0)
    try need(
      (1...highest).contains(maximumCount),
      "maximumCount",
      maximumCount,
      "a number from 1 to \(highest)"
    )
    try need(
      !families.contains(.relation) || bounds.0 >= 2,
      "objectCount",
      objectCount,
      "at least 2 where relations are asked for"
    )
    for (field, value, limit) in [
      ("twoAttributeShare", twoAttributeShare, 1 as Float), ("nearMissShare", nearMissShare, 1),
      ("positionJitter", positionJitter, 1), ("brightnessJitter", brightnessJitter, 0.5),
      ("noise", noise, 1),
    ] {
      // A comparison with NaN is false, so NaN is refused, too.
      try need(value >= 0 && value <= limit, field, value, "a number from 0 to \(limit)")
    }
  }
}
