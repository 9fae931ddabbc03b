/// How values are numbered: the number of their set times 1 048 576, plus their place in it from 1.
///
/// Numbers grow as values are appended, which lets SQLite fill its pages.
enum ValueNumber {
  /// Bits of the place.
  private static let bits: Int64 = 20
  /// The largest number of values that a set can have.
  static let largestCount = 1 << 20 - 1
  /// The largest number of a set whose values have numbers.
  static let largestMeasurement = Int64.max >> bits

  /// The number of a value.
  ///
  /// - Precondition: The set's number is from 1 to ``largestMeasurement``, the place from 1 to ``largestCount``.
  static func number(_ measurement: Int64, _ place: Int) -> Int64 {
    precondition(
      (1...largestMeasurement).contains(measurement) && (1...largestCount).contains(place),
      "value \(place) of measurement set \(measurement) has no number"
    )
    return measurement << bits + Int64(place)
  }

  /// The number of the set that a value belongs to.
  static func measurement(_ number: Int64) -> Int64 { number >> bits }

  /// The numbers that values of a set can have, and the one before them; `nil` if it can have none.
  static func all(of measurement: Int64) -> ClosedRange<Int64>? {
    guard (1...largestMeasurement).contains(measurement) else { return nil }
    let origin = measurement << bits
    return origin...(origin + Int64(largestCount))
  }
}
