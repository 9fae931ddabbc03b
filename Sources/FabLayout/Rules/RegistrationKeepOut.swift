import FabGeometry
import FabRecipe

/// Nothing lies near the holes that hold a sheet in place.
struct RegistrationKeepOut: DesignRule {
  let id = "registration-keep-out"
  let title = "Openings keep their distance from pin, slot and key holes"
  let source =
    "1 mm of metal around a 3 mm dowel hole (estimate)"

  func check(_ context: RuleContext) -> RuleVerdict {
    let levels = context.sheetLevels
    guard !levels.isEmpty else { return .notRun(reason: "no level is made with a mask sheet") }
    let holed = levels.filter {
      context.regions[Layer($0.name, .registration)]?.isEmpty == false
    }
    guard holed.count == levels.count else {
      let missing = levels.filter { !holed.contains($0) }.map(\.name.text)
      return .notRun(reason: "no pin holes are drawn on \(missing.joined(separator: ", "))")
    }
    let distance = context.process.registrationKeepOut
    return RuleVerdict(
      levels.flatMap { level in
        let holes = context.regions[Layer(level.name, .registration)] ?? Region()
        let others = context.apertures(level.name)
          .union(
            context.regions[Layer(level.name, .marking)] ?? Region()
          )
        return holes.polygons.flatMap { hole in
          let zone = hole.outer.boundingBox.grown(by: distance)
          return others.intersection(Region([Polygon(zone)])).polygons
            .map { polygon in
              Finding(
                level: level.name,
                box: polygon.outer.boundingBox,
                measured: "inside the keep-out",
                limit: "at least \(millimetreText(distance)) from the hole's box",
                text: "this opening weakens the sheet at a pin hole; move it away"
              )
            }
        }
      }
    )
  }
}
