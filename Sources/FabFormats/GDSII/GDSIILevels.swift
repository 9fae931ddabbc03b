import FabLayout
import FabRecipe

/// The levels of the layers that a file contains.
struct GDSIILevels {
  private let known: [LayoutLevel]
  private var levelsByNumber: [Int: LayoutLevel] = [:]

  /// Creates the levels from those that have names already.
  init(known: [LayoutLevel]) {
    self.known = known
  }

  /// The levels met so far, by layer number.
  var used: [LayoutLevel] { levelsByNumber.values.sorted { $0.gdsLayer < $1.gdsLayer } }

  /// Returns the layer of a layer number and a datatype.
  mutating func layer(number: UInt16, datatype: UInt16) -> Layer {
    let purpose = Purpose(gdsDatatype: Int(datatype))
    let number = Int(number)
    if let level = levelsByNumber[number] { return Layer(level.name, purpose) }
    var level = known.first { $0.gdsLayer == number }
    if level == nil {
      var name = "L\(number)"
      while known.contains(where: { $0.name.text == name }) { name += "_" }
      level = LayoutLevel(
        name: LevelName(name),
        gdsLayer: number,
        color: LevelPalette.color(ofLayer: number)
      )
    }
    guard let level else { return Layer(LevelName("L\(number)"), purpose) }
    levelsByNumber[number] = level
    return Layer(level.name, purpose)
  }
}
