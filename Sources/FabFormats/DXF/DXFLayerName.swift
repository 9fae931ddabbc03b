import FabLayout
import FabRecipe

/// The name of a DXF layer for a level and a purpose: `AU`, `AU-SHEET`, `AU-REGISTRATION`.
enum DXFLayerName {
  private static let suffixes: [(purpose: Purpose, suffix: String)] = [
    (.sheet, "-SHEET"), (.reference, "-REFERENCE"), (.registration, "-REGISTRATION"),
    (.marking, "-MARKING"),
  ]

  /// Returns the name; characters that R12 refuses become `_`.
  static func text(of layer: Layer) -> String {
    let name = String(layer.level.text.unicodeScalars.map { isPlain($0) ? Character($0) : "_" })
    switch layer.purpose {
    case .aperture: return name
    case .sheet, .reference, .registration, .marking:
      let suffix = suffixes.first { $0.purpose == layer.purpose }?.suffix ?? ""
      return name + suffix
    case .datatype(let number): return "\(name)-D\(number)"
    }
  }

  /// Returns the layer of a name; a name without one of our suffixes is a level's apertures.
  static func layer(of text: String) -> Layer {
    for (purpose, suffix) in suffixes where text.hasSuffix(suffix) && text != suffix {
      return Layer(LevelName(String(text.dropLast(suffix.count))), purpose)
    }
    if let mark = text.lastIndex(of: "-"), mark != text.startIndex {
      let digits = text[text.index(after: mark)...]
      if digits.first == "D", let number = Int(digits.dropFirst()), number > 4 {
        return Layer(LevelName(String(text[..<mark])), .datatype(number))
      }
    }
    return Layer(LevelName(text))
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "_-$".unicodeScalars.contains(scalar))
  }
}
