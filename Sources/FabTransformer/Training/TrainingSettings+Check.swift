import FabHash

extension TrainingSettings {
  /// Throws where a setting allows no training.
  func check() throws(TrainingError) {
    guard steps > 0, batch > 0 else { throw .emptyDataset }
    let limit = Int(UInt32.max)
    guard steps <= limit else {
      throw .setting(name: "steps", found: "\(steps)", expected: "at most \(limit)")
    }
    // With one sample a query that all samples share has no deviation.
    guard (2...65_536).contains(batch) else {
      throw .setting(name: "batch", found: "\(batch)", expected: "between 2 and 65536")
    }
    guard recalibrationBatches > 0 else {
      throw .setting(
        name: "recalibrationBatches",
        found: "\(recalibrationBatches)",
        expected: "at least 1"
      )
    }
    guard warmUpSteps >= 0 else {
      throw .setting(name: "warmUpSteps", found: "\(warmUpSteps)", expected: "0 or more")
    }
    for (name, value, isAllowed) in [
      ("peakRate", peakRate, peakRate > 0), ("weightDecay", weightDecay, weightDecay >= 0),
      ("beta2", beta2, beta2 >= 0 && beta2 < 1), ("clippingNorm", clippingNorm, clippingNorm > 0),
    ] where !(isAllowed && value.isFinite) {
      throw .setting(name: name, found: "\(value)", expected: "a number in its range")
    }
  }

  /// The hash of everything that the result hangs on.
  func hash(with learner: [String: String]) -> String {
    let all = identity.merging(learner) { first, _ in first }
    let text = all.keys.sorted().map { "\($0)=\(all[$0] ?? "")\n" }.joined()
    return ContentHash(of: Array("\(text)seed=\(seed)\n".utf8)).hexadecimal
  }
}
