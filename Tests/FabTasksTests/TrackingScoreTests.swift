import FabDiagnostics
import FabTasks
import Testing

@Suite struct TrackingScoreTests {
  private func boxes(_ rows: [[Double]]) -> [BoundingBox] {
    rows.map { BoundingBox(x: $0[0], y: $0[1], width: $0[2], height: $0[3]) }
  }

  @Test func figuresAreThoseOfNumPy() throws {
    let score = try TrackingScore(
      predictions: boxes(ScoreFixture.predictions),
      truths: boxes(ScoreFixture.truths),
      rules: .lasher
    )
    func close(_ left: [Double], _ right: [Double]) -> Bool {
      left.count == right.count && zip(left, right).allSatisfy { ($0 - $1).magnitude < 1e-12 }
    }
    #expect(score.frameCount == 40)
    #expect(close(score.precisionCurve, ScoreFixture.precisionCurve))
    #expect(close(score.normalizedPrecisionCurve, ScoreFixture.normalizedPrecisionCurve))
    #expect(close(score.successCurve, ScoreFixture.successCurve))
    #expect(
      close(
        [
          score.precision, score.normalizedPrecision, score.normalizedPrecisionArea, score.success,
        ],
        [
          ScoreFixture.precision, ScoreFixture.normalizedPrecision,
          ScoreFixture.normalizedPrecisionArea, ScoreFixture.success,
        ]
      )
    )
  }

  @Test func perfectBoxesScoreOne() throws {
    let truths = (0..<10).map { BoundingBox(x: Double($0) + 1, y: 5, width: 12, height: 9) }
    let score = try TrackingScore(predictions: truths, truths: truths, rules: .pairs)
    #expect(score.precision == 1 && score.normalizedPrecision == 1)
    #expect(score.normalizedPrecisionArea == 1)
    // An overlap of 1 doesn't exceed the threshold 1.
    #expect((score.success - 20 / 21.0).magnitude < 1e-12)
  }

  /// A shift of 3 across and 4 down of boxes 30 wide and 20 high.
  @Test func oneShiftHasItsClosedForm() throws {
    let truth = BoundingBox(x: 10, y: 10, width: 30, height: 20)
    let found = BoundingBox(x: 13, y: 14, width: 30, height: 20)
    func score(_ pixels: Double) throws -> TrackingScore {
      try TrackingScore(
        predictions: [found],
        truths: [truth],
        rules: TrackingProtocol(pixels: pixels, isFirstFrameGiven: false)
      )
    }
    #expect(try score(5).precision == 1)
    #expect(try score(4.999).precision == 0)
    // sqrt(0.1^2 + 0.2^2) = 0.2236: found from the threshold 0.23 on, 28 of 51.
    let one = try score(5)
    #expect(one.normalizedPrecision == 0)
    #expect((one.normalizedPrecisionArea - 28 / 51.0).magnitude < 1e-12)
    // 27 * 16 of 2 * 600 - 432: 0.5625, above 12 of 21 thresholds.
    #expect((found.overlap(with: truth) - 432 / 768.0).magnitude < 1e-12)
    #expect((one.success - 12 / 21.0).magnitude < 1e-12)
    #expect(try score(5).precisionCurve.count { $0 == 1 } == 46)
  }

  @Test func firstFrameIsGivenOnlyByLasHeR() throws {
    let truth = BoundingBox(x: 100, y: 100, width: 10, height: 10)
    let far = BoundingBox(x: 1, y: 1, width: 10, height: 10)
    let lasher = try TrackingScore(
      predictions: [far, far],
      truths: [truth, truth],
      rules: .lasher
    )
    #expect(lasher.precision == 0.5)
    let pairs = try TrackingScore(predictions: [far, far], truths: [truth, truth], rules: .pairs)
    #expect(pairs.precision == 0)
    // A first prediction that isn't a number can't be repaired and counts as missed.
    let broken = BoundingBox(x: .nan, y: 1, width: 10, height: 10)
    let missed = try TrackingScore(predictions: [broken], truths: [truth], rules: .pairs)
    #expect(missed.precision == 0 && missed.success == 0)
  }

  @Test func sequencesHaveEqualWeight() throws {
    let truth = BoundingBox(x: 50, y: 50, width: 10, height: 10)
    let far = BoundingBox(x: 1, y: 1, width: 10, height: 10)
    let good = try TrackingScore(predictions: [truth], truths: [truth], rules: .pairs)
    let bad = try TrackingScore(
      predictions: [far, far, far],
      truths: [truth, truth, truth],
      rules: .pairs
    )
    let mean = try TrackingScore.mean(of: [good, bad])
    #expect(mean.precision == 0.5 && mean.frameCount == 4)
    #expect((mean.success - 10 / 21.0).magnitude < 1e-12)
    let parts = try TrackingScore.byCondition(
      predictions: [truth, far, truth],
      truths: [truth, truth, truth],
      conditions: [.night, .night, .crossover]
    )
    #expect(parts.map(\.condition) == [.night, .crossover])
    #expect(parts.map(\.score.precision) == [0.5, 1])
  }

  @Test func badInputIsRefused() {
    func error(_ predictions: [[Double]], _ truths: [[Double]]) -> TaskError? {
      do throws(TaskError) {
        _ = try TrackingScore(
          predictions: boxes(predictions),
          truths: boxes(truths),
          rules: .lasher
        )
        return nil
      } catch {
        return error
      }
    }
    #expect(error([], []) == .empty("frames"))
    #expect(
      error([[1, 1, 1, 1]], [[1, 1, 1, 1], [1, 1, 1, 1]])
        == .counts(what: "predictions", found: 1, expected: 2)
    )
    guard
      case .box(index: 1, _) = error(
        [[1, 1, 1, 1], [1, 1, 1, 1]],
        [[1, 1, 1, 1], [1, .nan, 1, 1]]
      )
    else {
      Issue.record("a true box that isn't a number isn't refused")
      return
    }
    #expect(throws: TaskError.empty("sequences")) { try TrackingScore.mean(of: []) }
    #expect(TaskError.empty("frames").diagnostic().code == .emptyDataset)
    #expect(
      TaskError.counts(what: "x", found: 1, expected: 2).diagnostic().code == .countMismatch
    )
    #expect(TaskError.box(index: 1, text: "x").diagnostic().code == .notFinite)
  }
}
