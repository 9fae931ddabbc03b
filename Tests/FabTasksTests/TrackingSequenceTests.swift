import FabTasks
import Testing

@Suite struct TrackingSequenceTests {
  private func quiet() throws -> TrackingTask {
    var difficulty = TrackingDifficulty.standard
    difficulty.noise = 0
    difficulty.nightShare = 0
    return try TrackingTask(difficulty: difficulty, seed: 2)
  }

  /// The value of a visible pixel of the frame, read from a region; `nil` outside the region.
  private func value(
    _ region: TrackingSequence.Region,
    cells: Int,
    row: Int,
    column: Int
  ) -> Float? {
    let (y, x) = (row - Int(region.origin.y), column - Int(region.origin.x))
    guard (0..<(cells * 8)).contains(y), (0..<(cells * 8)).contains(x) else { return nil }
    return region.visible[((y / 8 * cells + x / 8) * 64 + y % 8 * 8 + x % 8) * 3]
  }

  @Test func sequencesDependOnSeedSplitAndIndexAlone() throws {
    let task = try TrackingTask(seed: 5)
    let first = task.sequence(.test, 3, frames: 12)
    let second = task.sequence(.test, 3, frames: 12)
    #expect(first.boxes == second.boxes && first.condition == second.condition)
    // A region read twice is the same, whatever was read before.
    let region = first.search(7, around: first.boxes[6])
    _ = second.search(2, around: second.boxes[1])
    #expect(second.search(7, around: second.boxes[6]) == region)
    #expect(first.template() == second.template())
    // The first frames don't depend on how many follow.
    #expect(task.sequence(.test, 3, frames: 5).boxes == Array(first.boxes[..<5]))
    #expect(task.sequence(.train, 3, frames: 12).boxes != first.boxes)
    #expect(task.sequence(.test, 4, frames: 12).boxes != first.boxes)
  }

  @Test func targetsMoveWithinTheFrameAtTheirSpeed() throws {
    let task = try TrackingTask(difficulty: .hard, seed: 1)
    for index in 0..<20 {
      let sequence = task.sequence(.train, index, frames: 100)
      #expect(sequence.count == 100)
      var steps: [Double] = []
      for (before, after) in zip(sequence.boxes, sequence.boxes.dropFirst()) {
        let step = (after.x - before.x, after.y - before.y)
        steps.append((step.0 * step.0 + step.1 * step.1).squareRoot())
        #expect(after.x >= 2 && after.y >= 2)
        #expect(after.x + after.width <= 126 && after.y + after.height <= 126)
        #expect(after.width == before.width && after.height == before.height)
      }
      // Shorter only where the edge cuts a step.
      #expect((steps.max() ?? 9) < 3.01 && (steps.max() ?? 0) > 0.99)
      let speed = steps.max() ?? 0
      #expect(steps.count { (speed - $0).magnitude < 1e-9 } > 80)
    }
  }

  @Test func allRegionsOfAFrameShowOneFrame() throws {
    let sequence = try quiet().sequence(.test, 1, frames: 3)
    let box = sequence.boxes[0]
    let template = sequence.template()
    let search = sequence.search(0, around: box)
    var shifted = box
    shifted.x += 9
    shifted.y -= 5
    let other = sequence.search(0, around: shifted)
    #expect(other.origin - search.origin == SIMD2(9, -5))
    var compared = 0
    for row in 0..<128 {
      for column in 0..<128 {
        let values = [
          value(template, cells: 4, row: row, column: column),
          value(search, cells: 8, row: row, column: column),
          value(other, cells: 8, row: row, column: column),
        ]
        .compactMap { $0 }
        guard values.count > 1 else { continue }
        compared += 1
        // The place within a region is rounded in single precision.
        #expect((values.max() ?? 1) - (values.min() ?? 0) < 1e-4)
      }
    }
    #expect(compared > 3000)
  }

  @Test func boxesOfARegionAreGivenBackInTheFrame() throws {
    let sequence = try quiet().sequence(.test, 2, frames: 8)
    let search = sequence.search(7, around: sequence.boxes[6])
    var local = sequence.boxes[7]
    local.x -= search.origin.x
    local.y -= search.origin.y
    // A target that moved by at most three pixels is near the middle of its region.
    #expect((local.centerX - 32).magnitude < 4 && (local.centerY - 32).magnitude < 4)
    let back = search.inFrame(local)
    #expect((back.x - sequence.boxes[7].x).magnitude < 1e-9)
    #expect((back.y - sequence.boxes[7].y).magnitude < 1e-9)
  }

  @Test func beliefsOutsideTheFrameGiveARegionToo() throws {
    let sequence = try quiet().sequence(.test, 2, frames: 2)
    for center in [-1e9, 1e300, .infinity, .nan] as [Double] {
      let box = BoundingBox(centerX: center, centerY: center, width: 5, height: 5)
      let region = sequence.search(1, around: box)
      #expect(region.visible.count == 64 * 192 && region.thermal.count == 64 * 64)
      #expect(region.visible.allSatisfy { (-1...1).contains($0) })
    }
  }
}
