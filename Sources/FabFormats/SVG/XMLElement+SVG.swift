import FabXML

extension XMLElement {
  /// The label, if the element is one of Inkscape's layers.
  var svgLayerLabel: String? {
    guard attribute("groupmode", namespace: SVGNamespace.inkscape) == "layer" else { return nil }
    return attribute("label", namespace: SVGNamespace.inkscape) ?? attribute("id")
  }

  /// The properties of the `style` attribute.
  var svgStyle: [String: String] {
    guard let text = attribute("style") else { return [:] }
    var result: [String: String] = [:]
    for declaration in text.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      let value = parts[1].split { $0.isWhitespace }.filter { $0 != "!important" }
      result[parts[0].filter { !$0.isWhitespace }] = value.joined(separator: " ")
    }
    return result
  }

  /// Returns a length in the units of the drawing; `nil` if the attribute is missing.
  func svgLength(_ name: String) throws(SVGSyntaxError) -> Double? {
    guard let text = attribute(name), text != "auto" else { return nil }
    guard let value = try SVGLength(text).userUnits else {
      throw SVGSyntaxError(
        text: "\(name) '\(text)' isn't a length in the drawing's units, mm, cm, in, pt, pc or px",
        isUnsupported: true
      )
    }
    return value
  }
}

extension String {
  /// The name of a file without folders and ending, if that is a name for a level; else `unnamed`.
  var svgFileStem: String {
    let name = split(separator: "/").last ?? ""
    let stem = name.split(separator: ".").first ?? ""
    let isName = stem.utf8.allSatisfy { byte in
      let character = Character(Unicode.Scalar(byte))
      return byte < 0x80 && (character.isLetter || character.isNumber || "-_".contains(character))
    }
    return isName && !stem.isEmpty ? String(stem) : "unnamed"
  }
}
