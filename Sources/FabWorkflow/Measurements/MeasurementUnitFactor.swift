/// How values in one unit become values in another of the same kind: by a power of ten.
///
/// Powers of ten up to 22 are exact; dividing by one instead of multiplying by its rounded inverse keeps 0.765 µm at 765 nm.
struct MeasurementUnitFactor {
  private let exponent: Int

  private static let prefixes: [Character: Int] = [
    "f": -15, "p": -12, "n": -9, "\u{B5}": -6, "\u{3BC}": -6, "u": -6, "m": -3, "k": 3, "M": 6,
    "G": 9, "T": 12,
  ]
  // Å and Ω have two code points each, which Swift compares as equal.
  private static let bases: [String: String] = [
    "A": "A", "V": "V", "S": "S", "ohm": "ohm", "Ω": "ohm", "Ohm": "ohm", "s": "s", "F": "F",
    "W": "W", "Pa": "Pa", "Hz": "Hz", "g": "g", "eV": "eV", "m": "m",
  ]
  private static let named: [String: (base: String, exponent: Int)] = [
    "Å": ("m", -10), "A°": ("m", -10), "kÅ": ("m", -7), "cm": ("m", -2), "deg": ("deg", 0),
    "°": ("deg", 0), "1": ("1", 0), "%": ("1", -2), "": ("1", 0),
  ]

  /// Finds the factor; `nil` where the units aren't of the same kind or unknown.
  init?(from found: String, to wanted: String) {
    if found == wanted {
      exponent = 0
      return
    }
    guard let from = Self.parts(found), let to = Self.parts(wanted), from.base == to.base,
      abs(from.exponent - to.exponent) <= 22
    else { return nil }
    exponent = from.exponent - to.exponent
  }

  /// The value in the wanted unit.
  func callAsFunction(_ value: Double) -> Double {
    exponent >= 0 ? value * Self.power(exponent) : value / Self.power(-exponent)
  }

  private static func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { result, _ in result * 10 }
  }

  private static func parts(_ unit: String) -> (base: String, exponent: Int)? {
    if let known = named[unit] { return known }
    if let base = bases[unit] { return (base, 0) }
    guard let first = unit.first, let exponent = prefixes[first],
      let base = bases[String(unit.dropFirst())]
    else { return nil }
    return (base, exponent)
  }
}
