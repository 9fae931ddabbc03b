import FabUnits

/// What the heading of a column says.
struct IVColumn {
  /// What a column holds.
  enum Kind: String {
    case voltage
    case current
  }

  /// The place of the column, from 0.
  let index: Int
  /// What it holds; `nil` for something else, or where name and unit contradict each other.
  let kind: Kind?
  /// What the name alone says.
  let namedKind: Kind?
  /// The unit as it's written; `nil` where none is.
  let unitText: String?
  /// The power of ten that values are multiplied by.
  let exponent: Int
  /// What a unit that is stated measures; `nil` where we don't know it.
  let unitKind: Kind?

  /// Reads a heading such as `Voltage (V)`, `I [nA]`, `current/mA`, `V`, or `mV`.
  init(_ heading: String, index: Int) {
    self.index = index
    let parts = Self.split(heading)
    namedKind = Self.kind(ofName: parts.name)
    // A heading that is a unit and nothing else: `mV`.
    let alone = parts.unit == nil && namedKind == nil ? Self.unit(parts.name) : nil
    unitText = parts.unit ?? alone.map { _ in parts.name }
    let unit = alone ?? parts.unit.flatMap(Self.unit)
    unitKind = unit?.kind
    exponent = unit?.exponent ?? 0
    if let unitKind, let namedKind, unitKind != namedKind {
      kind = nil
    } else {
      kind = unitText == nil ? namedKind : unitKind
    }
  }

  /// Creates the column of a file without headings.
  init(assumed kind: Kind, index: Int) {
    self.index = index
    self.kind = kind
    namedKind = kind
    unitText = nil
    unitKind = kind
    exponent = 0
  }

  /// The unit for messages.
  var unit: String { unitText ?? (kind == .current ? "A" : "V") }

  private static func split(_ heading: String) -> (name: String, unit: String?) {
    let closed = heading.last.map { ")]".contains($0) } ?? false
    let body = closed ? heading.dropLast() : Substring(heading)
    let marks: [Character] = closed ? ["(", "["] : ["/"]
    guard let mark = body.lastIndex(where: marks.contains) else { return (heading, nil) }
    let unit = body[body.index(after: mark)...].trimmingSpaces
    let name = body[..<mark].trimmingSpaces
    return unit.isEmpty ? (String(name), nil) : (String(name), String(unit))
  }

  private static func unit(_ text: String) -> (kind: Kind, exponent: Int)? {
    if let unit = VoltageDimension.units.first(where: { $0.isSpelled(text) }) {
      return (.voltage, unit.exponent)
    }
    if let unit = ElectricCurrentDimension.units.first(where: { $0.isSpelled(text) }) {
      return (.current, unit.exponent)
    }
    return nil
  }

  private static func kind(ofName name: String) -> Kind? {
    let letters = name.lowercased().filter(\.isLetter)
    if letters.contains("density") { return nil }
    if letters.contains("volt") || letters.contains("bias") || letters.contains("potential") {
      return .voltage
    }
    if letters.contains("current") || letters.hasPrefix("amp") { return .current }
    // Short names as instruments give them: V1, U, Vd, AV; I2, Id, AI.
    switch letters {
    case "v", "u", "vd", "va", "vf", "vak", "av", "vin", "vapp", "vset", "vmeas": return .voltage
    case "i", "id", "ia", "if", "ai", "iin", "imeas": return .current
    default: return nil
    }
  }
}

extension Substring {
  /// The text without spaces at its ends.
  var trimmingSpaces: Substring {
    var result = drop(while: \.isWhitespace)
    while let last = result.last, last.isWhitespace { result.removeLast() }
    return result
  }
}
