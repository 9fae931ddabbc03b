public import FabTensor

extension Checkpoint<Float> {
  /// The steps that were done.
  public var step: Int { Int(metadata["training.step"] ?? "") ?? 0 }

  /// Whether its training came to an end, so that the parameters may be used.
  public var isFinished: Bool { !hasOptimizer }

  /// Reads a checkpoint.
  ///
  /// - Throws: ``TrainingError/unreadable(_:)``.
  public static func read(_ bytes: [UInt8]) throws(TrainingError) -> Checkpoint<Float> {
    do throws(SafetensorsError) {
      return try Checkpoint(bytes)
    } catch {
      throw .unreadable(error)
    }
  }

  /// Throws where the metadata disagree with what is expected, first by what kind of network it is.
  func check(_ identity: [String: String]) throws(TrainingError) {
    for key in ["network"] + identity.keys.sorted() where metadata[key] != identity[key] {
      throw .otherCheckpoint(key: key, found: metadata[key], expected: identity[key] ?? "")
    }
  }

  /// Returns a text of the metadata.
  func text(_ key: String, among known: [String]) throws(TrainingError) -> String {
    guard let text = metadata[key], known.contains(text) else {
      throw .otherCheckpoint(
        key: key,
        found: metadata[key],
        expected: known.joined(separator: " or ")
      )
    }
    return text
  }

  /// Returns a positive whole number of the metadata, bounded so that a wrong file can't ask for all memory.
  func extent(_ key: String) throws(TrainingError) -> Int {
    guard let number = Int(metadata[key] ?? ""), (1...4096).contains(number) else {
      throw .otherCheckpoint(
        key: key,
        found: metadata[key],
        expected: "a whole number from 1 to 4096"
      )
    }
    return number
  }

  /// Puts its parameters into a network.
  func restore(into learner: some Learner) throws(TrainingError) {
    try check(learner.identity)
    do throws(SafetensorsError) {
      try restore(learner.parameters)
    } catch {
      throw .unreadable(error)
    }
  }
}
