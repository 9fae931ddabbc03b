import FabGeometry
import FabRecipe

/// Metal keeps away from conductors that it has nothing to do with.
struct ConductorGap: DesignRule {
  let id = "conductor-gap"
  let title = "A conductor keeps its distance from pieces of others that it forms no component with"
  let source =
    "lateral gap of metal to foreign FTO at least 0.2 mm, twice the overlay (estimate)"

  func check(_ context: RuleContext) -> RuleVerdict {
    let conductors = context.flow.levels.filter(\.isConductor)
    let drawn = conductors.filter { !context.apertures($0.name).isEmpty }
    guard drawn.count > 1 else {
      return .notRun(reason: "fewer than two conductors are drawn")
    }
    var pairs: [Pair] = []
    for (index, bottom) in drawn.enumerated() {
      pairs += drawn[(index + 1)...].map { Pair(bottom: bottom.name, top: $0.name) }
    }
    return RuleVerdict(ParallelMap.map(pairs) { findings($0, context) }.flatMap { $0 })
  }

  private struct Pair: Sendable {
    let bottom: LevelName
    let top: LevelName
  }

  private struct Pieces: Hashable {
    let bottom: Int
    let top: Int
  }

  private func findings(_ pair: Pair, _ context: RuleContext) -> [Finding] {
    let limit = context.process.conductorGap
    let (bottom, top) = (context.apertures(pair.bottom), context.apertures(pair.top))
    let places = bottom.gaps(to: top, below: limit)
    guard !places.isEmpty else { return [] }
    let related = relatedPieces(pair, bottom: bottom, top: top, context)
    let foreign = bottom.gaps(to: top, below: limit) { first, second in
      related.contains(Pieces(bottom: first, top: second))
    }
    return foreign.map { place in
      Finding(
        place,
        level: pair.top,
        limit: limit,
        text: "\(pair.top) comes too close to a piece of \(pair.bottom) that it forms no component "
          + "with; move them apart"
      )
    }
  }

  /// The pairs of pieces that overlap as a component of the recipe.
  private func relatedPieces(
    _ pair: Pair,
    bottom: Region,
    top: Region,
    _ context: RuleContext
  ) -> Set<Pieces> {
    let overlaps = context.overlaps.filter {
      $0.component != nil && $0.bottom == pair.bottom && $0.top == pair.top
    }
    let owners = overlaps.map(\.polygon)
    let bottoms = bottom.indicesOfPolygons(around: owners)
    let tops = top.indicesOfPolygons(around: owners)
    return Set(
      zip(bottoms, tops)
        .compactMap { first, second in
          guard let first, let second else { return nil }
          return Pieces(bottom: first, top: second)
        }
    )
  }
}
