import FabImage
import FabTasks
import Testing

@Suite struct TrackingTaskTests {
  @Test func samplesDependOnSeedSplitAndIndexAlone() throws {
    let task = try TrackingTask(seed: 3)
    let forward = (0..<16).map { task.sample(.train, $0) }
    let backward = (0..<16).reversed().map { task.sample(.train, $0) }.reversed()
    #expect(forward == Array(backward))
    let other = try TrackingTask(seed: 4)
    #expect((0..<16).allSatisfy { other.sample(.train, $0) != forward[$0] })
    #expect(
      (0..<16).allSatisfy { task.sample(.test, $0).visibleSearch != forward[$0].visibleSearch }
    )
  }

  @Test func batchesAreTheSamplesSideBySide() throws {
    let task = try TrackingTask(difficulty: .hard, seed: 3)
    let batch = task.batch(.test, 4..<20)
    let samples = (4..<20).map { task.sample(.test, $0) }
    #expect(batch.count == 16)
    #expect(batch.visibleSearch == samples.flatMap(\.visibleSearch))
    #expect(batch.thermalSearch == samples.flatMap(\.thermalSearch))
    #expect(batch.visibleTemplate == samples.flatMap(\.visibleTemplate))
    #expect(batch.thermalTemplate == samples.flatMap(\.thermalTemplate))
    #expect(batch.boxes == samples.map(\.box))
    #expect(batch.conditions == samples.map(\.condition))
    #expect(batch.visibleSearch.count == 16 * 64 * 192)
    #expect(batch.thermalTemplate.count == 16 * 16 * 64)
  }

  @Test func thingsKeepApartAndInside() throws {
    for (_, difficulty) in TrackingDifficulty.presets {
      let task = try TrackingTask(difficulty: difficulty, seed: 9)
      var conditions: [TrackingCondition: Int] = [:]
      for index in 0..<400 {
        let sample = task.sample(.train, index)
        conditions[sample.condition, default: 0] += 1
        #expect(sample.things[0].role == .target)
        for (place, thing) in sample.things.enumerated() {
          let box = thing.box
          #expect(box.x >= 1 && box.y >= 1)
          #expect(box.x + box.width <= 63 && box.y + box.height <= 63)
          #expect(sample.things[..<place].allSatisfy { $0.box.overlap(with: box) == 0 })
        }
        let roles = sample.things.map(\.role)
        // What neither picture could tell isn't made.
        #expect(sample.condition != .night || !roles.contains(.thermalTwin))
        #expect(sample.condition != .crossover || !roles.contains(.visibleTwin))
        #expect(
          sample.condition != .plain
            || (roles.contains(.thermalTwin) && roles.contains(.visibleTwin))
        )
        #expect((sample.condition == .crossover) == (sample.things[0].contrast == 0))
      }
      // Five standard deviations of 400 fair draws.
      for (condition, share) in [
        (TrackingCondition.night, difficulty.nightShare),
        (.crossover, difficulty.crossoverShare),
      ] {
        let found = Double(conditions[condition] ?? 0) / 400
        let limit = 5 * (Double(share) * (1 - Double(share)) / 400).squareRoot()
        #expect((found - Double(share)).magnitude < limit, "\(condition) \(found)")
      }
    }
  }

  /// Matching the template shows what the task is for: one kind of picture has to guess, both together don't.
  @Test func onlyBothPicturesTogetherFindTheTarget() throws {
    let task = try TrackingTask(difficulty: .easy, seed: 1)
    let samples = (0..<100).map { task.sample(.test, $0) }
    func scores(
      _ matcher: TemplateMatcher
    ) throws -> (all: Double, parts: [TrackingCondition: Double]) {
      let predictions = samples.map { matcher.box(of: $0) }
      let truths = samples.map(\.box)
      let all = try TrackingScore(predictions: predictions, truths: truths, rules: .pairs)
      let parts = try TrackingScore.byCondition(
        predictions: predictions,
        truths: truths,
        conditions: samples.map(\.condition)
      )
      return (
        all.precision,
        Dictionary(uniqueKeysWithValues: parts.map { ($0.condition, $0.score.precision) })
      )
    }
    let visible = try scores(TemplateMatcher(usesVisible: true, usesThermal: false))
    let thermal = try scores(TemplateMatcher(usesVisible: false, usesThermal: true))
    let both = try scores(TemplateMatcher(usesVisible: true, usesThermal: true))
    #expect(both.all > 0.9)
    #expect(visible.all < 0.7 && thermal.all < 0.7)
    // Beside a twin each of them is right about every second time, in its own darkness by luck only.
    for single in [visible, thermal] {
      let plain = try #require(single.parts[.plain])
      #expect((0.3...0.75).contains(plain))
    }
    #expect((visible.parts[.night] ?? 1) < 0.3)
    #expect((thermal.parts[.crossover] ?? 1) < 0.3)
    #expect((visible.parts[.crossover] ?? 0) > 0.85)
    #expect((thermal.parts[.night] ?? 0) > 0.85)
  }

  @Test func scoreMapsGiveTheBoxBack() {
    let box = BoundingBox(centerX: 21.5, centerY: 60.25, width: 12, height: 9)
    let target = ScoreMap.target(for: box)
    #expect(target.cell == 7 * 8 + 2)
    #expect(target.offset == SIMD2(0.6875, 0.53125))
    #expect(target.scores[target.cell] == 1)
    #expect(target.scores.max() == 1)
    // A neighbour has exp(-1/2), a diagonal one exp(-1).
    #expect((Double(target.scores[target.cell - 1]) - 0.6065306597).magnitude < 1e-7)
    #expect((Double(target.scores[target.cell - 9]) - 0.3678794412).magnitude < 1e-7)
    let back = ScoreMap.box(
      scores: target.scores,
      offsets: Array(repeating: target.offset, count: 64),
      sizes: Array(repeating: target.size, count: 64)
    )
    #expect((back.centerX - 21.5).magnitude < 1e-5 && (back.centerY - 60.25).magnitude < 1e-5)
    #expect((back.width - 12).magnitude < 1e-5 && (back.height - 9).magnitude < 1e-5)
    let outside = ScoreMap.target(
      for: BoundingBox(centerX: 90, centerY: -3, width: 1, height: 1)
    )
    #expect(outside.cell == 7)
  }

  @Test func picturesAreCutIntoTokensByRows() throws {
    let sample = try TrackingTask(seed: 1).sample(.train, 2)
    let raster = sample.rasters.visibleSearch
    for (row, column) in [(0, 0), (7, 8), (8, 7), (63, 63), (20, 45)] {
      let token = row / 8 * 8 + column / 8
      let start = token * 192 + (row % 8 * 8 + column % 8) * 3
      for channel in 0..<3 {
        let value = (sample.visibleSearch[start + channel] + 1) / 2 * 255
        #expect(UInt8(value.rounded()) == raster[row: row, column: column, channel: channel])
      }
    }
    #expect(sample.rasters.thermalTemplate.width == 32)
  }

  @Test func impossibleDifficultiesAreRefused() {
    func refused(_ change: (inout TrackingDifficulty) -> Void) -> String? {
      var difficulty = TrackingDifficulty.standard
      change(&difficulty)
      do throws(TaskError) {
        _ = try TrackingTask(difficulty: difficulty, seed: 1)
        return nil
      } catch {
        guard case .difficulty(let field, _, _) = error else { return "?" }
        return field
      }
    }
    #expect(refused { _ in } == nil)
    #expect(refused { $0.targetSize = 5...9 } == "targetSize")
    #expect(refused { $0.targetSize = 10...21 } == "targetSize")
    #expect(refused { $0.visibleTwins = 0...3 } == "visibleTwins")
    #expect(refused { $0.thermalTwins = -1...1 } == "thermalTwins")
    #expect(refused { $0.noise = .nan } == "noise")
    #expect(refused { $0.background = 0.4 } == "background")
    #expect(
      refused {
        $0.nightShare = 0.6
        $0.crossoverShare = 0.6
      } == "nightShare + crossoverShare"
    )
  }
}
