import Foundation

/// A distance between ticks that people count in: 1, 2 or 5 times a power of ten.
struct TickStep: Hashable {
  /// 1, 2 or 5.
  let mantissa: Int
  /// The power of ten.
  let exponent: Int

  /// Creates the smallest step that makes at most `count` intervals of a span.
  ///
  /// - Precondition: `span` is above 0 and `count` at least 1.
  init(span: Double, count: Int) {
    let ideal = span / Double(count)
    let power = Int(log10(ideal).rounded(.down))
    let ratio = ideal / pow(10, Double(power))
    // A ratio that rounding lifted just over 1, 2 or 5 still counts as that.
    switch ratio / (1 + 1e-9) {
    case ...1: (mantissa, exponent) = (1, power)
    case ...2: (mantissa, exponent) = (2, power)
    case ...5: (mantissa, exponent) = (5, power)
    default: (mantissa, exponent) = (1, power + 1)
    }
  }

  /// The step as a number.
  var value: Double { value(of: 1) }

  /// Returns a multiple of the step, correctly rounded.
  func value(of multiple: Int) -> Double {
    Double("\(multiple * mantissa)e\(exponent)") ?? .nan
  }

  /// Returns the multiples within a range, widened by rounding errors; none where the range lies between two.
  func multiples(in range: ClosedRange<Double>) -> Range<Int> {
    let slack = 1e-9
    let first = Int((range.lowerBound / value - slack).rounded(.up))
    let last = Int((range.upperBound / value + slack).rounded(.down))
    return first..<max(first, last + 1)
  }

  /// Returns a multiple as text in units of `10^shift`, all with equally many decimals.
  func text(of multiple: Int, shift: Int) -> String {
    let digits = multiple * mantissa
    let power = exponent - shift
    let sign = digits < 0 ? "\u{2212}" : ""
    guard power < 0 else {
      return sign + String(digits.magnitude)
        + String(repeating: "0", count: digits == 0 ? 0 : power)
    }
    let text = String(digits.magnitude)
    let padded = String(repeating: "0", count: max(0, 1 - power - text.count)) + text
    return sign + padded.dropLast(-power) + "." + padded.suffix(-power)
  }
}
