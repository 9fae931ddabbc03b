extension TrackingTask {
  /// Returns a sequence: the things of a pair, moving at one to three pixels a frame and turning back at the edge.
  ///
  /// - Parameters:
  ///   - split: The part of the data set.
  ///   - index: Which sequence of it; sequences and pairs of one index have nothing in common.
  ///   - frames: The number of frames.
  /// - Returns: The sequence.
  /// - Precondition: `index` isn't negative, and there's at least one frame.
  public func sequence(_ split: DataSplit, _ index: Int, frames: Int = 40) -> TrackingSequence {
    precondition(frames > 0, "a sequence of \(frames) frames has no first one")
    var random = TaskRandom(seed: seed, purpose: .motion, split: split, index: UInt64(index))
    let draft = draft(split, index, purpose: .motionThings)
    let side = Double(TrackingSequence.side)
    let middle = (side - Double(TrackingGrid.searchSide)) / 2
    // The target last, on top of the others.
    var things = Array(draft.things.dropFirst()) + [draft.things[0]]
    var speeds: [SIMD2<Double>] = []
    for place in things.indices {
      things[place].box.x += middle
      things[place].box.y += middle
      // The template is cut from the first frame, so the target looks as it does there.
      let speed = Double(random.number(in: 1...3))
      let slope = Double(random.signed())
      let long = 1 / (1 + slope * slope).squareRoot()
      let step = SIMD2(long, slope * long) * (random.happens(0.5) ? speed : -speed)
      speeds.append(random.happens(0.5) ? step : SIMD2(step.y, step.x))
    }
    var all: [[TrackedThing]] = []
    for _ in 0..<frames {
      all.append(things)
      for place in things.indices {
        move(&things[place].box, &speeds[place], within: side, &random)
      }
    }
    return TrackingSequence(
      split: split,
      index: index,
      condition: draft.condition,
      boxes: all.map { $0[$0.count - 1].box },
      task: self,
      things: all,
      sky: sky(TrackingSequence.side, &random)
    )
  }

  /// Moves a box by its speed, which turns a little, and turns it back at two pixels from the edge.
  private func move(
    _ box: inout BoundingBox,
    _ speed: inout SIMD2<Double>,
    within side: Double,
    _ random: inout TaskRandom
  ) {
    let turn = 0.15 * Double(random.signed())
    let turned = SIMD2(speed.x - turn * speed.y, speed.y + turn * speed.x)
    // A turn by a tangent makes it faster; the factor takes that back.
    speed = turned / (1 + turn * turn).squareRoot()
    box.x += speed.x
    box.y += speed.y
    if box.x < 2 || box.x + box.width > side - 2 {
      speed.x = -speed.x
      box.x = min(max(box.x, 2), side - 2 - box.width)
    }
    if box.y < 2 || box.y + box.height > side - 2 {
      speed.y = -speed.y
      box.y = min(max(box.y, 2), side - 2 - box.height)
    }
  }
}
