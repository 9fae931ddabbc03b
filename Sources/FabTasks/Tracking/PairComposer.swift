/// Draws what a pair shows.
struct PairComposer {
  let difficulty: TrackingDifficulty

  /// Returns a pair; `nil` where the things found no room.
  func compose(_ random: inout TaskRandom) -> PairDraft? {
    let lot = random.unit()
    let condition: TrackingCondition =
      lot < difficulty.nightShare
      ? .night : lot < difficulty.nightShare + difficulty.crossoverShare ? .crossover : .plain

    var target = TrackedThing(role: .target)
    target.isRound = random.happens(0.5)
    target.colors = colors(apartFrom: nil, &random)
    target.pattern = random.below(3)
    target.contrast = condition == .crossover ? 0 : contrast(&random)
    let size = (random.number(in: difficulty.targetSize), random.number(in: difficulty.targetSize))
    var template = target
    template.box = BoundingBox(
      centerX: Double(TrackingGrid.templateSide) / 2,
      centerY: Double(TrackingGrid.templateSide) / 2,
      width: Double(size.0),
      height: Double(size.1)
    )
    target.brightness = 1 + difficulty.change * random.signed()
    let width = size.0 * (1 + difficulty.change * random.signed())
    let height = size.1 * (1 + difficulty.change * random.signed())

    var things = [target]
    // At night only what looks alike in the dark is added, at a crossover only what is as cold: else no one could tell.
    if condition != .crossover {
      for _ in 0..<random.whole(in: difficulty.visibleTwins) {
        things.append(visibleTwin(of: target, &random))
      }
    }
    if condition != .night {
      for _ in 0..<random.whole(in: difficulty.thermalTwins) {
        things.append(thermalTwin(of: target, &random))
      }
    }
    for _ in 0..<random.whole(in: difficulty.strangers) {
      things.append(stranger(of: target, condition, &random))
    }
    for index in things.indices {
      let scale = index == 0 ? 1 : 1 + 0.1 * random.signed()
      things[index].box = BoundingBox(
        x: 0,
        y: 0,
        width: Double(width * scale),
        height: Double(height * scale)
      )
      guard place(&things[index], among: things[..<index], &random) else { return nil }
    }
    return PairDraft(
      condition: condition,
      things: things,
      template: template,
    )
  }

  /// Puts a thing where it touches no other and not the edge.
  private func place(
    _ thing: inout TrackedThing,
    among others: ArraySlice<TrackedThing>,
    _ random: inout TaskRandom
  ) -> Bool {
    let side = Double(TrackingGrid.searchSide)
    for _ in 0..<100 {
      let box = BoundingBox(
        x: 1 + (side - 2 - thing.box.width) * Double(random.unit()),
        y: 1 + (side - 2 - thing.box.height) * Double(random.unit()),
        width: thing.box.width,
        height: thing.box.height
      )
      let isFree = others.allSatisfy { other in
        (box.centerX - other.box.centerX).magnitude > (box.width + other.box.width) / 2 + 1.5
          || (box.centerY - other.box.centerY).magnitude > (box.height + other.box.height) / 2 + 1.5
      }
      guard isFree else { continue }
      thing.box = box
      return true
    }
    return false
  }

  private func visibleTwin(of target: TrackedThing, _ random: inout TaskRandom) -> TrackedThing {
    var twin = target
    twin.role = .visibleTwin
    twin.brightness = 1 + difficulty.change * random.signed()
    repeat {
      twin.contrast = contrast(&random)
    } while (twin.contrast - target.contrast).magnitude < 0.25
    return twin
  }

  private func thermalTwin(of target: TrackedThing, _ random: inout TaskRandom) -> TrackedThing {
    var twin = target
    twin.role = .thermalTwin
    twin.colors = colors(apartFrom: target, &random)
    twin.pattern = random.below(3)
    return twin
  }

  private func stranger(
    of target: TrackedThing,
    _ condition: TrackingCondition,
    _ random: inout TaskRandom
  ) -> TrackedThing {
    var stranger = visibleTwin(of: target, &random)
    stranger.role = .stranger
    stranger.isRound = random.happens(0.5)
    stranger.colors = colors(apartFrom: target, &random)
    stranger.pattern = random.below(3)
    return stranger
  }

  /// Two different colours; neither is one of the other thing's.
  private func colors(
    apartFrom other: TrackedThing?,
    _ random: inout TaskRandom
  ) -> (first: Int, second: Int) {
    let taken = other.map { [$0.colors.first, $0.colors.second] } ?? []
    let free = PairRenderer.colors.indices.filter { !taken.contains($0) }
    let first = random.below(free.count)
    let second = (first + 1 + random.below(free.count - 1)) % free.count
    return (free[first], free[second])
  }

  /// Warmer or colder than the surroundings, by what can be seen.
  private func contrast(_ random: inout TaskRandom) -> Float {
    let size = random.number(in: 0.2...0.5)
    return random.happens(0.7) ? size : -size * 0.6
  }
}
