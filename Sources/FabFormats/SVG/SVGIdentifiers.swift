/// Gives names ids that are valid in XML, unique in a document and the same in every run.
struct SVGIdentifiers {
  private var used: Set<String> = []

  /// Returns an id made from parts; other characters than ASCII letters, digits and `_` become `_`.
  mutating func id(_ parts: String...) -> String {
    let base = parts.map(Self.escaped).joined(separator: "-")
    var id = base
    var number = 2
    while !used.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  private static func escaped(_ text: String) -> String {
    String(
      text.unicodeScalars.map { scalar in
        let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar == "_")
        return isPlain || ("0"..."9").contains(scalar) ? Character(scalar) : "_"
      }
    )
  }
}
