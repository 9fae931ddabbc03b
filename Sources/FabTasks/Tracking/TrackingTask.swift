/// Generated pairs for tracking: each sample is a function of difficulty, seed, split and index alone.
///
/// Things stand still beside twins: one that looks the same in the visible picture and one that is as warm, so that a
/// tracker with one kind of picture has to guess between two, and at night or at a thermal crossover sees nothing. What
/// could not be told by both together isn't made: there's no thermal twin at night and no visible twin at a crossover.
public struct TrackingTask: Hashable, Sendable {
  /// How hard the pairs are.
  public let difficulty: TrackingDifficulty
  /// The seed of the data set.
  public let seed: UInt64

  /// Creates the task.
  ///
  /// - Parameters:
  ///   - difficulty: How hard the pairs are.
  ///   - seed: The seed of the data set.
  /// - Throws: ``TaskError/difficulty(field:value:expected:)`` where a field allows no pair.
  public init(difficulty: TrackingDifficulty = .standard, seed: UInt64) throws(TaskError) {
    try difficulty.check()
    self.difficulty = difficulty
    self.seed = seed
  }

  /// Returns a sample.
  ///
  /// - Precondition: `index` isn't negative.
  public func sample(_ split: DataSplit, _ index: Int) -> TrackingSample {
    let draft = draft(split, index)
    var noise = TaskRandom(seed: seed, purpose: .pairNoise, split: split, index: UInt64(index))
    let renderer = PairRenderer(difficulty: difficulty)
    let search = renderer.draw(
      draft.things,
      before: sky(TrackingGrid.searchSide, &noise),
      cells: TrackingGrid.searchCells,
      condition: draft.condition,
      &noise
    )
    let template = renderer.draw(
      [draft.template],
      before: sky(TrackingGrid.templateSide, &noise),
      cells: TrackingGrid.templateCells,
      condition: draft.condition,
      &noise
    )
    return TrackingSample(
      split: split,
      index: index,
      condition: draft.condition,
      things: draft.things,
      templateBox: draft.template.box,
      visibleSearch: search.visible,
      thermalSearch: search.thermal,
      visibleTemplate: template.visible,
      thermalTemplate: template.thermal
    )
  }

  func sky(_ side: Int, _ random: inout TaskRandom) -> PairSky {
    PairSky(side: side, amplitude: difficulty.background, &random)
  }

  func draft(
    _ split: DataSplit,
    _ index: Int,
    purpose: TaskRandom.Purpose = .pair
  ) -> PairDraft {
    precondition(index >= 0, "sample \(index) doesn't exist; the first is 0")
    let composer = PairComposer(difficulty: difficulty)
    var attempt: UInt64 = 0
    while true {
      var random = TaskRandom(
        seed: seed,
        purpose: purpose,
        split: split,
        index: UInt64(index),
        attempt: attempt
      )
      if let draft = composer.compose(&random) { return draft }
      attempt += 1
    }
  }
}
