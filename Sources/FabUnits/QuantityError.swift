/// What is wrong with a text that should be a quantity.
public enum QuantityError: Error, Hashable, Sendable {
  /// A number stands alone.
  case missingUnit(number: String)
  /// The unit is none that we know.
  case unknownUnit(String)
  /// The unit belongs to another dimension, for instance `250 s` for a thickness.
  case wrongDimension(found: String, unit: String)
  /// The text doesn't begin with a plain decimal number of at most 18 digits.
  case notANumber(String)
  /// NaN, infinity or a number beyond the range of `Double`.
  case notFinite(String)
  /// The decimal mark is a comma.
  case decimalComma(String)
}
