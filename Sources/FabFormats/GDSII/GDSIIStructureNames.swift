import FabDiagnostics
import FabLayout
import FabRecipe

/// The structure names that stand for the cells of a layout in a GDSII file.
///
/// A name has 1 to 32 of the characters `A-Z a-z 0-9 _ $ ?`. Others are replaced by `_`, long names are
/// cut, and a name that is taken gets a number, always in the order of the cells.
///
/// > Source: GDSII Stream Format Manual, release 6.0, Calma 1987, "STRNAME".
struct GDSIIStructureNames {
  /// The greatest number of characters of a name.
  static let lengthLimit = 32

  /// The structure name of each cell.
  let names: [CellName: String]
  /// One warning for each name that had to change.
  let warnings: [Diagnostic]

  /// Chooses the names.
  init(cells: [Cell]) {
    var names: [CellName: String] = [:]
    var taken: Set<String> = []
    var warnings: [Diagnostic] = []
    // Names that fit keep theirs, whatever stands before them.
    for cell in cells where Self.isValid(cell.name.text) {
      names[cell.name] = cell.name.text
      taken.insert(cell.name.text)
    }
    for cell in cells where names[cell.name] == nil {
      let base = Self.mapped(cell.name.text)
      var name = String(base.prefix(Self.lengthLimit))
      var number = 2
      while !taken.insert(name).inserted {
        let suffix = "$\(number)"
        name = base.prefix(Self.lengthLimit - suffix.count) + suffix
        number += 1
      }
      names[cell.name] = name
      warnings.append(
        Diagnostic(
          .invalidName,
          severity: .warning,
          "cell '\(cell.name)' is written to GDSII as '\(name)'; a name there has 1 to 32 of the "
            + "characters A-Z a-z 0-9 _ $ ?",
          fixes: ["rename the cell to keep one name in all files"]
        )
      )
    }
    self.names = names
    self.warnings = warnings
  }

  /// Whether a text is a structure name.
  static func isValid(_ text: String) -> Bool {
    (1...lengthLimit).contains(text.utf8.count) && text.utf8.allSatisfy(isValid)
  }

  /// Returns the text with every other character replaced by `_`.
  static func mapped(_ text: String) -> String {
    let characters = text.unicodeScalars.map { scalar in
      UInt8(exactly: scalar.value).map(isValid) == true ? Character(scalar) : "_"
    }
    return characters.isEmpty ? "_" : String(characters)
  }

  private static func isValid(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"),
      UInt8(ascii: "?"):
      true
    default: false
    }
  }
}
