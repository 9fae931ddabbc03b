/// A decimal number `significand × 10^exponent` without rounding.
///
/// Quantities are read and printed through it, so that `6 nm`, `60 Å` and `0.006 µm` become the same
/// `Double`, and a value prints in any unit as it was typed.
public struct ExactDecimal: Hashable, Sendable {
  /// The digits as an integer; has no trailing zero unless the number is zero.
  public let significand: Int
  /// The power of ten that the significand is multiplied by.
  public let exponent: Int

  /// Creates `significand × 10^exponent` in lowest terms.
  public init(significand: Int, exponent: Int) {
    var digits = significand
    var power = significand == 0 ? 0 : exponent
    while digits != 0, digits.isMultiple(of: 10) {
      digits /= 10
      power += 1
    }
    self.significand = digits
    self.exponent = power
  }

  /// Creates the decimal that a text such as `-1.5e-3` spells.
  ///
  /// - Returns: `nil` if `text` isn't one plain decimal number of at most 18 significant digits.
  public init?(_ text: some StringProtocol) {
    var digits = 0
    var count = 0
    var power = 0
    var isNegative = false
    var hasDigit = false
    var hasPoint = false
    var rest = Substring(text)
    if let sign = rest.first, sign == "-" || sign == "+" {
      isNegative = sign == "-"
      rest.removeFirst()
    }
    while let character = rest.first {
      if let digit = character.asciiDigit {
        hasDigit = true
        if count > 0 || digit > 0 { count += 1 }
        guard count <= 18 else { return nil }
        digits = digits * 10 + digit
        if hasPoint { power -= 1 }
      } else if character == ".", !hasPoint {
        hasPoint = true
      } else {
        break
      }
      rest.removeFirst()
    }
    guard hasDigit else { return nil }
    if let mark = rest.first {
      guard mark == "e" || mark == "E", let shift = Int(rest.dropFirst()), abs(shift) < 400 else {
        return nil
      }
      power += shift
    }
    self.init(significand: isNegative ? -digits : digits, exponent: power)
  }

  /// Creates the shortest decimal that reads back as `value`.
  ///
  /// - Returns: `nil` if `value` isn't finite.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    self.init(value.description)
  }

  /// The nearest `Double`, correctly rounded.
  public var doubleValue: Double {
    Double("\(significand)e\(exponent)") ?? .nan
  }

  /// The value as an integer, or `nil` where it has a fraction or doesn't fit.
  public var integerValue: Int? {
    guard exponent >= 0 else { return nil }
    var result = significand
    for _ in 0..<min(exponent, 20) {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = product
    }
    return exponent > 20 && significand != 0 ? nil : result
  }

  /// Returns the number multiplied by a power of ten.
  public func shifted(by power: Int) -> ExactDecimal {
    ExactDecimal(significand: significand, exponent: exponent + power)
  }

  /// Returns the exact product with `numerator / denominator`, or `nil` where it isn't a short decimal.
  public func scaled(by numerator: Int, over denominator: Int) -> ExactDecimal? {
    var (digits, overflow) = significand.multipliedReportingOverflow(by: numerator)
    guard !overflow else { return nil }
    var power = exponent
    while !digits.isMultiple(of: denominator) {
      (digits, overflow) = digits.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      power -= 1
    }
    return ExactDecimal(significand: digits / denominator, exponent: power)
  }

  /// Returns the exact sum, or `nil` where it needs more than 18 digits.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let power = min(exponent, other.exponent)
    guard
      let left = shifted(by: -power).integerValue,
      let right = other.shifted(by: -power).integerValue
    else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : ExactDecimal(significand: sum, exponent: power)
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// Plain digits between 1e-6 and 1e15, else scientific form.
  public var description: String {
    let digits = String(significand.magnitude)
    let sign = significand < 0 ? "-" : ""
    let magnitude = digits.count + exponent
    guard magnitude > -6, magnitude <= 15 else {
      let fraction = digits.dropFirst()
      return sign + digits.prefix(1) + (fraction.isEmpty ? "" : "." + fraction)
        + "e\(magnitude - 1)"
    }
    if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
    if magnitude <= 0 { return sign + "0." + String(repeating: "0", count: -magnitude) + digits }
    return sign + digits.prefix(magnitude) + "." + digits.dropFirst(magnitude)
  }
}

extension Character {
  fileprivate var asciiDigit: Int? {
    guard isASCII, let value = wholeNumberValue else { return nil }
    return value
  }
}
