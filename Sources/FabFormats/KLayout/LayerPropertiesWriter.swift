public import FabLayout
import FabRecipe

/// Writes the layer properties file (`.lyp`) by which KLayout names and colours the layers of a GDSII file.
///
/// Each level gets its own dither pattern, so that levels show through one another; the sheet and
/// drawings for orientation are frames without fill.
///
/// > Source: KLayout documentation, *Layer Properties File*, version 0.27.
public struct LayerPropertiesWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// Returns the file for the layers of a layout.
  ///
  /// - Parameter layout: The layout; its levels and the purposes of its shapes and labels are listed.
  /// - Returns: The bytes; nothing has to be changed to fit the format.
  public func file(of layout: Layout) -> WrittenFile {
    var purposes: [LevelName: Set<Purpose>] = [:]
    for cell in layout.cells {
      for layer in cell.shapes.keys { purposes[layer.level, default: []].insert(layer.purpose) }
      for label in cell.labels {
        purposes[label.layer.level, default: []].insert(label.layer.purpose)
      }
    }
    var text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<layer-properties>\n"
    for (index, level) in layout.levels.enumerated() {
      let used = (purposes[level.name] ?? [.aperture])
        .sorted { $0.gdsDatatype < $1.gdsDatatype }
      for purpose in used { text += properties(of: level, purpose, index: index) }
    }
    text += " <name/>\n</layer-properties>\n"
    return WrittenFile(bytes: Array(text.utf8))
  }

  private func properties(of level: LayoutLevel, _ purpose: Purpose, index: Int) -> String {
    let layer = Layer(level.name, purpose)
    let source = "\(level.gdsLayer)/\(purpose.gdsDatatype)"
    let isFilled = purpose != .sheet && purpose != .reference
    // Built-in patterns of KLayout: 1 is hollow, 2 to 13 are dots and stripes that overlap visibly.
    let pattern = isFilled ? 2 + index % 12 : 1
    let fields: [(String, String)] = [
      ("frame-color", level.color), ("fill-color", level.color), ("frame-brightness", "0"),
      ("fill-brightness", "0"), ("dither-pattern", "I\(pattern)"), ("line-style", ""),
      ("valid", "true"), ("visible", purpose == .reference ? "false" : "true"),
      ("transparent", "false"), ("width", purpose == .sheet ? "2" : "1"), ("marked", "false"),
      ("xfill", "false"), ("animation", "0"),
      ("name", "\(source) \(DXFLayerName.text(of: layer))"), ("source", "\(source)@1"),
    ]
    let lines = fields.map { name, value in
      value.isEmpty ? "  <\(name)/>\n" : "  <\(name)>\(Self.escaped(value))</\(name)>\n"
    }
    return " <properties>\n" + lines.joined() + " </properties>\n"
  }

  /// Returns a text without the characters that XML gives a meaning or refuses.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "_"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
