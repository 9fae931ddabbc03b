import FabGeometry
import FabRecipe

/// Every film of a component reaches beyond the overlap of its conductors.
struct FilmEnclosure: DesignRule {
  let id = "film-enclosure"
  let title = "Every film between two conductors reaches beyond their overlap by the overlay error"
  let source =
    "an overlay of ±0.1 mm of masks laid on by hand must not bare a device's edge (estimate)"

  func check(_ context: RuleContext) -> RuleVerdict {
    let margin = context.process.filmEnclosure
    let films = Set(context.overlaps.flatMap(\.between)).sorted()
    guard !films.isEmpty else {
      return .notRun(reason: "no two conductors overlap with a film between them")
    }
    let findings = ParallelMap.map(films) { level in
      let film = context.apertures(level)
      let devices = context.overlaps.filter { $0.between.contains(level) }
      let grown = devices.map { overlap in Polygon(overlap.box.grown(by: margin)) }
      // One boolean for all devices; only where it finds something each is measured.
      guard !Region(grown).subtracting(film).isEmpty else { return [Finding]() }
      return devices.compactMap { overlap in
        finding(overlap, level: level, film: film, margin: margin)
      }
    }
    return RuleVerdict(findings.flatMap { $0 })
  }

  private func finding(
    _ overlap: DeviceOverlap,
    level: LevelName,
    film: Region,
    margin: Int
  ) -> Finding? {
    let around = Region([Polygon(overlap.box.grown(by: margin))])
    guard !around.subtracting(film).isEmpty else { return nil }
    // The greatest margin that is covered, found by halving.
    var (covered, missing) = (0, margin)
    while missing - covered > 1 {
      let middle = (covered + missing) / 2
      let test = Region([Polygon(overlap.box.grown(by: middle))])
      if test.subtracting(film).isEmpty { covered = middle } else { missing = middle }
    }
    return Finding(
      level: level,
      box: overlap.box.grown(by: margin),
      measured: millimetreText(covered),
      limit: "at least \(millimetreText(margin))",
      text: "the film encloses the overlap of \(overlap.bottom) and \(overlap.top) by too little; "
        + "enlarge the opening on that side"
    )
  }
}
