import FabTasks

extension SceneDifficulty {
  /// All fields, for the hash of what a network was trained on.
  var canonicalText: String {
    """
    objects \(objectCount.lowerBound) \(objectCount.upperBound)
    families \(families.map(\.name).joined(separator: " "))
    maximumCount \(maximumCount)
    twoAttributeShare \(twoAttributeShare)
    nearMissShare \(nearMissShare)
    hasMaterials \(hasMaterials)
    hasEqualComparisons \(hasEqualComparisons)
    positionJitter \(positionJitter)
    brightnessJitter \(brightnessJitter)
    noise \(noise)

    """
  }
}
