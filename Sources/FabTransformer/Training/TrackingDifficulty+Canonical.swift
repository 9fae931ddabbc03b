import FabTasks

extension TrackingDifficulty {
  /// All fields, for the hash of what a network was trained on.
  var canonicalText: String {
    func range(_ range: ClosedRange<Int>) -> String { "\(range.lowerBound) \(range.upperBound)" }
    return """
      targetSize \(targetSize.lowerBound) \(targetSize.upperBound)
      visibleTwins \(range(visibleTwins))
      thermalTwins \(range(thermalTwins))
      strangers \(range(strangers))
      nightShare \(nightShare)
      crossoverShare \(crossoverShare)
      nightGain \(nightGain)
      nightNoise \(nightNoise)
      noise \(noise)
      background \(background)
      change \(change)

      """
  }
}
