/// Checks of parameters, each with the range it names.
enum ParameterCheck {
  static func isPositive(
    _ value: Double,
    _ quantity: DeviceQuantity
  ) throws(DeviceError) {
    guard value.isFinite, value > 0 else {
      throw .outOfRange(quantity: quantity, found: value, expected: "finite and above 0")
    }
  }

  static func isNotNegative(
    _ value: Double,
    _ quantity: DeviceQuantity
  ) throws(DeviceError) {
    guard value.isFinite, value >= 0 else {
      throw .outOfRange(quantity: quantity, found: value, expected: "finite and at least 0")
    }
  }

  static func lies(
    _ value: Double,
    in range: ClosedRange<Double>,
    _ quantity: DeviceQuantity
  ) throws(DeviceError) {
    guard range.contains(value) else {
      throw .outOfRange(
        quantity: quantity,
        found: value,
        expected: "\(range.lowerBound)...\(range.upperBound)"
      )
    }
  }
}
