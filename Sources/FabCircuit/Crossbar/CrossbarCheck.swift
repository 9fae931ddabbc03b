/// Checks of a crossbar's numbers.
enum CrossbarCheck {
  static func isNotNegative(
    _ values: [Double],
    count: Int,
    _ quantity: CrossbarQuantity
  ) throws(CrossbarError) {
    try hasCount(values, count, quantity)
    for (index, value) in values.enumerated() {
      guard value.isFinite, value >= 0 else {
        throw .outOfRange(quantity: quantity, index: index, found: value)
      }
    }
  }

  static func isPositive(
    _ values: [Double],
    count: Int,
    _ quantity: CrossbarQuantity
  ) throws(CrossbarError) {
    try hasCount(values, count, quantity)
    for (index, value) in values.enumerated() {
      guard value.isFinite, value > 0 else {
        throw .outOfRange(quantity: quantity, index: index, found: value)
      }
    }
  }

  static func isFinite(
    _ values: [Double],
    count: Int,
    _ quantity: CrossbarQuantity
  ) throws(CrossbarError) {
    try hasCount(values, count, quantity)
    for (index, value) in values.enumerated() {
      guard value.isFinite else {
        throw .outOfRange(quantity: quantity, index: index, found: value)
      }
    }
  }

  private static func hasCount(
    _ values: [Double],
    _ count: Int,
    _ quantity: CrossbarQuantity
  ) throws(CrossbarError) {
    guard values.count == count else {
      throw .countMismatch(quantity: quantity, found: values.count, expected: count)
    }
  }
}
