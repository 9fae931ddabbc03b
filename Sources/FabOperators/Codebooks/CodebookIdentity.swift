/// What a codebook was made from.
public struct CodebookIdentity: Hashable, Sendable, Codable {
  /// Where the units come from.
  public enum Source: String, Hashable, Sendable, CaseIterable, Codable {
    /// Simulated on a bench of nominal units, without a layout.
    case bench
    /// Simulated on the sites of a layout.
    case layout
    /// Simulated on the sites of a layout with what was measured on a wafer.
    case wafer
    /// Measured.
    case measured
  }

  /// What stands for a wafer where units are of the process and of no wafer.
  public static let population = "population"

  /// The name.
  public var name: String
  /// Where the units come from.
  public var source: Source
  /// The recipe; empty where there is none.
  public var recipe = ""
  /// The SHA-256 of the recipe's canonical form; empty where there is none.
  public var recipeHash = ""
  /// The layout; empty where there is none.
  public var layout = ""
  /// The SHA-256 of the layout; empty where there is none.
  public var layoutHash = ""
  /// The lot; empty where there is none.
  public var lot = ""
  /// The wafer, or ``population``.
  public var wafer = CodebookIdentity.population
  /// Whether values of the wafer were computed instead of measured.
  public var isGenerated = false
  /// The temperature in kelvin.
  public var temperatureKelvin = 298.15
  /// The seed.
  public var seed: UInt64 = 0
  /// How devices differ, by name.
  public var spread = ""
  /// Relative standard deviation of a reading.
  public var readoutSpread = 0.0
  /// Standard deviation of amplifiers' offset voltages in volt.
  public var amplifierOffsetVolt = 0.0
  /// How inputs and outputs were scaled.
  public var calibration = CurveCalibration.unit
  /// The SHA-256 of the measured file; empty where there is none.
  public var measuredHash = ""

  /// Creates an identity.
  public init(name: String, source: Source) {
    self.name = name
    self.source = source
  }

  /// Returns what doesn't fit a use, in the order of the subjects.
  ///
  /// What the codebook doesn't say fits nothing: a codebook without a recipe isn't one of any recipe.
  public func mismatches(with use: CodebookUse) -> [CodebookMismatch] {
    var result: [CodebookMismatch] = []
    func compare(_ subject: CodebookMismatch.Subject, _ found: String, _ expected: String?) {
      guard let expected else { return }
      let isHash = subject != .wafer
      let fits =
        isHash ? !expected.isEmpty && found.hasPrefix(expected) : found == expected
      guard !fits else { return }
      result.append(
        CodebookMismatch(
          subject: subject,
          found: found.isEmpty ? "none" : found,
          expected: expected
        )
      )
    }
    compare(.recipe, recipeHash, use.recipeHash)
    compare(.layout, layoutHash, use.layoutHash)
    compare(.wafer, wafer, use.wafer)
    if let kelvin = use.temperatureKelvin, !(abs(kelvin - temperatureKelvin) <= 0.5) {
      result.append(
        CodebookMismatch(
          subject: .temperature,
          found: "\(temperatureKelvin) K",
          expected: "\(kelvin) K"
        )
      )
    }
    return result
  }
}
