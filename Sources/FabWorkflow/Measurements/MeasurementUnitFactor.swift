/// How values in one unit become values in another of the same kind.
enum MeasurementUnitFactor {
  private static let prefixes: [Character: Double] = [
    "f": 1e-15, "p": 1e-12, "n": 1e-9, "µ": 1e-6, "μ": 1e-6, "u": 1e-6, "m": 1e-3, "k": 1e3,
    "M": 1e6, "G": 1e9, "T": 1e12,
  ]
  // The signs of ohm and angstrom have two codes each, which Swift takes for one text: each stands here once.
  private static let bases: [String: String] = [
    "A": "A", "V": "V", "S": "S", "ohm": "ohm", "Ω": "ohm", "Ohm": "ohm",
    "s": "s", "F": "F", "W": "W", "Pa": "Pa", "Hz": "Hz", "g": "g", "eV": "eV",
  ]
  private static let named: [String: (base: String, factor: Double)] = [
    "nm": ("m", 1e-9), "Å": ("m", 1e-10), "A°": ("m", 1e-10),
    "kÅ": ("m", 1e-7), "µm": ("m", 1e-6), "μm": ("m", 1e-6), "um": ("m", 1e-6),
    "mm": ("m", 1e-3), "m": ("m", 1), "deg": ("deg", 1), "°": ("deg", 1), "1": ("1", 1),
    "%": ("1", 0.01), "": ("1", 1),
  ]

  /// The factor from one unit to another; `nil` where they aren't of the same kind or unknown.
  static func factor(from found: String, to wanted: String) -> Double? {
    if found == wanted { return 1 }
    guard let from = parts(found), let to = parts(wanted), from.base == to.base else { return nil }
    // All of them are powers of ten: the quotient of two rounded ones is made exact again, so that 0.765 µm is 765 nm.
    let ratio = from.factor / to.factor
    return ratio >= 1 ? ratio.rounded() : 1 / (to.factor / from.factor).rounded()
  }

  private static func parts(_ unit: String) -> (base: String, factor: Double)? {
    if let known = named[unit] { return known }
    if let base = bases[unit] { return (base, 1) }
    guard let first = unit.first, let factor = prefixes[first],
      let base = bases[String(unit.dropFirst())]
    else { return nil }
    return (base, factor)
  }
}
