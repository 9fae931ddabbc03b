/// What a column of an instrument's table holds, with the unit that we keep it in.
public enum SeriesQuantity: String, CaseIterable, Sendable {
  /// Time since the start, in second.
  case time
  /// Deposition rate, in ångström a second.
  case rate
  /// Film thickness, in nanometre.
  case thickness
  /// Frequency of a crystal, in hertz.
  case frequency
  /// Voltage, in volt.
  case voltage
  /// Current, in ampere.
  case current
  /// Wavelength, in nanometre.
  case wavelength
  /// Absorbance, a decadic logarithm.
  case absorbance
  /// Transmittance, in per cent.
  case transmittance
  /// Reflectance, in per cent.
  case reflectance
  /// Diffraction angle 2θ, in degree.
  case angle
  /// Counts of a detector.
  case counts
  /// Temperature, in degree Celsius.
  case temperature
  /// Resistance, in ohm.
  case resistance

  /// The unit that values are kept in.
  public var unit: String { units[0].name }

  /// The units that are read, ours first, with the factor to ours.
  ///
  /// `A` for ångström is what instruments write whose letters end at 127.
  var units: [(name: String, factor: Double)] {
    switch self {
    case .time: [("s", 1), ("sec", 1), ("ms", 1e-3), ("min", 60), ("h", 3600)]
    case .rate:
      [
        ("\u{C5}/s", 1), ("A/s", 1), ("\u{C5}/sec", 1), ("A/sec", 1), ("nm/s", 10), ("nm/sec", 10),
        ("k\u{C5}/s", 1000), ("nm/min", 10.0 / 60),
      ]
    case .thickness:
      [
        ("nm", 1), ("\u{C5}", 0.1), ("A", 0.1), ("k\u{C5}", 100), ("kA", 100), ("kang", 100),
        ("ang", 0.1), ("\u{B5}m", 1000), ("um", 1000),
      ]
    case .frequency: [("Hz", 1), ("kHz", 1e3), ("MHz", 1e6)]
    case .voltage: [("V", 1), ("mV", 1e-3), ("\u{B5}V", 1e-6), ("uV", 1e-6)]
    case .current:
      [
        ("A", 1), ("mA", 1e-3), ("\u{B5}A", 1e-6), ("uA", 1e-6), ("nA", 1e-9), ("pA", 1e-12),
        ("fA", 1e-15),
      ]
    case .wavelength: [("nm", 1), ("\u{B5}m", 1000), ("um", 1000)]
    case .absorbance: [("", 1), ("Abs", 1), ("a.u.", 1)]
    case .transmittance, .reflectance: [("%", 1), ("", 100)]
    case .angle: [("\u{B0}", 1), ("deg", 1)]
    case .counts: [("", 1), ("counts", 1), ("cps", 1)]
    case .temperature: [("\u{B0}C", 1), ("C", 1)]
    case .resistance: [("\u{3A9}", 1), ("ohm", 1), ("kohm", 1e3), ("k\u{3A9}", 1e3)]
    }
  }

  /// Returns the factor from a unit to ours; `nil` for a unit that we don't read.
  func factor(of unit: String) -> Double? {
    let folded = ColumnHeading.folded(unit)
    return units.first { $0.name == folded }?.factor
  }
}
