/// A unit of measurement: its spellings and its exact relation to the SI unit.
public struct MeasurementUnit: Hashable, Sendable {
  /// The spelling that we print, for instance `Å/s`.
  public let symbol: String
  /// Other spellings that we read.
  public let aliases: [String]
  /// The unit is `numerator / denominator × 10^exponent` SI units.
  public let numerator: Int
  /// See ``numerator``.
  public let denominator: Int
  /// See ``numerator``.
  public let exponent: Int
  /// What is added after scaling, for scales that don't start at zero (°C).
  public let offset: ExactDecimal

  /// Creates a unit of `numerator / denominator × 10^exponent` SI units.
  public init(
    _ symbol: String,
    aliases: [String] = [],
    exponent: Int = 0,
    numerator: Int = 1,
    denominator: Int = 1,
    offset: ExactDecimal = ExactDecimal(significand: 0, exponent: 0)
  ) {
    self.symbol = symbol
    self.aliases = aliases
    self.numerator = numerator
    self.denominator = denominator
    self.exponent = exponent
    self.offset = offset
  }

  /// Tells whether a text names this unit, whatever way its letters are encoded.
  public func isSpelled(_ text: some StringProtocol) -> Bool {
    let spelling = Self.normalized(text)
    return symbol == spelling || aliases.contains(spelling)
  }

  /// Returns a number of this unit in SI units, correctly rounded.
  func siValue(of number: ExactDecimal) -> Double {
    if let exact = number.scaled(by: numerator, over: denominator)?.shifted(by: exponent)
      .adding(offset)
    {
      return exact.doubleValue
    }
    let scaled = number.shifted(by: exponent).doubleValue * Double(numerator) / Double(denominator)
    return scaled + offset.doubleValue
  }

  /// Returns an SI value as a number of this unit: exact where the value came from a short decimal.
  func number(ofSI value: Double) -> Double {
    let negativeOffset = ExactDecimal(significand: -offset.significand, exponent: offset.exponent)
    if let exact = ExactDecimal(value)?.adding(negativeOffset)?.shifted(by: -exponent)
      .scaled(by: denominator, over: numerator)
    {
      return exact.doubleValue
    }
    let unit = MeasurementUnit(
      symbol,
      exponent: exponent,
      numerator: numerator,
      denominator: denominator
    )
    return (value - offset.doubleValue)
      / unit.siValue(of: ExactDecimal(significand: 1, exponent: 0))
  }

  /// Folds the several encodings of Å, µ, Ω, superscripts and spaces into one.
  private static func normalized(_ text: some StringProtocol) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{212B}": result += "\u{C5}"
      case "\u{3BC}": result += "\u{B5}"
      case "\u{2126}": result += "\u{3A9}"
      case "\u{B2}": result += "2"
      case "\u{B3}": result += "3"
      case "\u{B9}": result += "1"
      case "\u{207B}": result += "-"
      case "\u{A0}", "\u{2009}", "\u{202F}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.replacing("A\u{30A}", with: "\u{C5}")
  }
}
