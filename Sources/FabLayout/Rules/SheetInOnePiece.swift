import FabGeometry
import FabRecipe

/// The metal of a mask sheet stays in one piece.
struct SheetInOnePiece: DesignRule {
  let id = "sheet-in-one-piece"
  let title = "The metal of a mask sheet is one connected piece, without islands"
  let source = "every further piece drops out of the sheet"

  func check(_ context: RuleContext) -> RuleVerdict {
    let levels = context.sheetLevels
    guard !levels.isEmpty else { return .notRun(reason: "no level is made with a mask sheet") }
    let outlined = levels.filter { context.regions[Layer($0.name, .sheet)]?.isEmpty == false }
    guard outlined.count == levels.count else {
      let missing = levels.filter { !outlined.contains($0) }.map(\.name.text)
      return .notRun(
        reason: "no sheet outline is drawn on \(missing.joined(separator: ", "))"
      )
    }
    return RuleVerdict(ParallelMap.map(levels) { islands($0, context) }.flatMap { $0 })
  }

  private func islands(_ level: MaskLevel, _ context: RuleContext) -> [Finding] {
    let sheet = context.regions[Layer(level.name, .sheet)] ?? Region()
    let metal = sheet.subtracting(context.openings(level.name))
    let pieces = metal.polygons.sorted { $0.doubledArea > $1.doubledArea }
    return pieces.dropFirst()
      .map { piece in
        Finding(
          level: level.name,
          box: piece.outer.boundingBox,
          measured: "\(pieces.count) pieces",
          limit: "1 piece",
          text:
            "this piece of metal hangs on nothing and drops out; split the opening around it by a "
            + "bridge, or into two masks"
        )
      }
  }
}
