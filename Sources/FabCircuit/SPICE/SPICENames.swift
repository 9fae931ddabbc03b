/// Names that SPICE takes: ASCII letters, digits and `_`, different without regard to case.
struct SPICENames {
  private var nodes: Set<String> = ["0"]
  private var elements: Set<String> = []

  /// Returns the name of a node; the same name again gets a number.
  mutating func node(_ name: String) -> String { Self.unique(Self.plain(name), &nodes) }

  /// Returns the name of an element, which begins with the letter of its kind.
  mutating func element(_ name: String, letter: Character) -> String {
    var plain = Self.plain(name)
    // `R1` stays what it is; `A1` of an amplifier becomes `EA1`.
    if plain.first.map({ $0.lowercased() != letter.lowercased() }) ?? true {
      plain = "\(letter)\(plain)"
    }
    return Self.unique(plain, &elements)
  }

  private static func plain(_ name: String) -> String {
    String(
      name.unicodeScalars.map { scalar in
        let isPlain =
          scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        return isPlain ? Character(scalar) : "_"
      }
    )
  }

  private static func unique(_ name: String, _ used: inout Set<String>) -> String {
    var candidate = name.isEmpty ? "_" : name
    var count = 1
    while !used.insert(candidate.lowercased()).inserted {
      count += 1
      candidate = "\(name)__\(count)"
    }
    return candidate
  }
}
