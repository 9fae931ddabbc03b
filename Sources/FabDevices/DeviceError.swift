/// A device parameter or an operating condition that makes no sense.
public enum DeviceError: Error, Hashable, Sendable {
  /// A value lies outside the range that the model is meant for.
  ///
  /// `expected` is a plain statement of the range with its unit, for instance `0.5...10`.
  case outOfRange(quantity: DeviceQuantity, found: Double, expected: String)
  /// Two lists that belong together differ in length.
  case countMismatch(quantity: DeviceQuantity, found: Int, expected: Int)
}
