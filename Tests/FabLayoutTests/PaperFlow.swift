import FabRecipe
import FabUnits

/// The flow of the paper's process, written out by hand as the witness of what a recipe gives.
enum PaperFlow {
  static let flow: ProcessFlow = {
    let stacks: [(String, ComponentKind, [String])] = [
      ("binary-memristor", .binaryMemristor, ["fto", "pvk", "ag"]),
      ("contact", .contact, ["au", "ag"]),
      ("crossing", .insulatedCrossing, ["fto", "ins", "au"]),
      ("diode", .diode, ["fto", "htl", "pvk", "c60", "bcp", "au"]),
      ("multistate-memristor", .multistateMemristor, ["fto", "htl", "pvk", "au"]),
    ]
    let components = stacks.map { name, kind, films in
      Component(name: ComponentName(name), kind: kind, films: films.map { FilmName($0) })
    }
    let levels: [(String, [String])] = [
      ("FTO", ["fto"]), ("INS", ["ins"]), ("HTL", ["htl"]), ("PVK", ["pvk"]),
      ("ETL", ["c60", "bcp"]), ("AU", ["au"]), ("AG", ["ag"]),
    ]
    return ProcessFlow(
      films: levels.flatMap { $0.1.map { FilmName($0) } },
      levels: levels.enumerated()
        .map { index, level in
          MaskLevel(
            name: LevelName(level.0),
            index: index,
            films: level.1.map { FilmName($0) },
            components: components.filter { $0.films.contains(FilmName(level.1[0])) }.map(\.name),
            isConductor: ["FTO", "AU", "AG"].contains(level.0),
            method: level.0 == "FTO" ? .subtractive : .shadowMask,
            technology: .laserCut,
            sheetThickness: Length(100, .micrometre),
            color: "#888888"
          )
        },
      components: components
    )
  }()
}
