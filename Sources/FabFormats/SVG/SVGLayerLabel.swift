import FabLayout
import FabRecipe

/// The names of layers in SVG files: `AU aperture`, `AU sheet`, `AU datatype 7`.
enum SVGLayerLabel {
  /// Returns the name of a layer.
  static func text(for layer: Layer) -> String { "\(layer.level) \(word(for: layer.purpose))" }

  /// Returns the layer of a name; a name without a purpose is a level's openings.
  static func layer(named text: String) -> Layer {
    let words = text.split(separator: " ")
    if let last = words.last, words.count >= 2 {
      if let purpose = named.first(where: { word(for: $0) == last }) {
        return Layer(LevelName(words.dropLast().joined(separator: " ")), purpose)
      }
      if words.count >= 3, words[words.count - 2] == "datatype", let number = Int(last) {
        let level = LevelName(words.dropLast(2).joined(separator: " "))
        return Layer(level, Purpose(gdsDatatype: number))
      }
    }
    return Layer(LevelName(words.joined(separator: " ")))
  }

  private static let named: [Purpose] = [.aperture, .sheet, .reference, .registration, .marking]

  private static func word(for purpose: Purpose) -> String {
    switch purpose {
    case .aperture: "aperture"
    case .sheet: "sheet"
    case .reference: "reference"
    case .registration: "registration"
    case .marking: "marking"
    case .datatype(let number): "datatype \(number)"
    }
  }
}
