/// The largest value of a function with one peak.
///
/// > Source: J. Kiefer, *Sequential minimax search for a maximum*, Proc. Am. Math. Soc. 4, 502 (1953),
/// > doi 10.1090/S0002-9939-1953-0055639-3.
enum GoldenSection {
  /// Returns where the function is largest, to a relative width of 1e-9 of the range.
  static func maximum(in range: ClosedRange<Double>, _ value: (Double) -> Double) -> Double {
    let ratio = (5.0.squareRoot() - 1) / 2
    var low = range.lowerBound
    var high = range.upperBound
    let width = 1e-9 * (high - low)
    var left = high - ratio * (high - low)
    var right = low + ratio * (high - low)
    var leftValue = value(left)
    var rightValue = value(right)
    while high - low > width {
      if leftValue >= rightValue {
        high = right
        (right, rightValue) = (left, leftValue)
        left = high - ratio * (high - low)
        leftValue = value(left)
      } else {
        low = left
        (left, leftValue) = (right, rightValue)
        right = low + ratio * (high - low)
        rightValue = value(right)
      }
    }
    return 0.5 * (low + high)
  }
}
