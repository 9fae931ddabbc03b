import FabGeometry

/// The size of a database unit in nanometres, as an exact fraction wherever it is one.
struct GDSIIScale {
  /// Nanometres per database unit are `numerator / denominator`.
  let numerator: Int
  /// At most 10^6.
  let denominator: Int

  /// Creates the scale of a database unit in metres.
  ///
  /// Writers round the unit to 53 or 56 bits in different ways; a fraction with a denominator up to a
  /// million that is nearer than 1e-12 is what they meant.
  ///
  /// - Returns: `nil` where the unit isn't between 1e-15 and 1 m.
  init?(metres: Double) {
    guard metres >= 1e-15, metres <= 1 else { return nil }
    let value = metres * 1e9
    // Convergents of the continued fraction of the value.
    var (n0, d0, n1, d1) = (0, 1, 1, 0)
    var rest = value
    while true {
      let whole = rest.rounded(.down)
      guard whole <= 1e9, whole * Double(d1) + Double(d0) <= 1e6 else { break }
      let n2 = Int(whole) * n1 + n0
      let d2 = Int(whole) * d1 + d0
      (n0, d0, n1, d1) = (n1, d1, n2, d2)
      if abs(Double(n1) / Double(d1) - value) <= value * 1e-12 || rest == whole { break }
      rest = 1 / (rest - whole)
    }
    guard d1 > 0, n1 > 0 else { return nil }
    numerator = n1
    denominator = d1
  }

  /// Returns a coordinate in nanometres, halves rounded away from zero, and whether it was on the grid.
  func nanometres(_ value: Int32) -> (value: Int, isExact: Bool)? {
    let (product, overflow) = Int(value).multipliedReportingOverflow(by: numerator)
    guard !overflow else { return nil }
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: denominator)
    guard remainder != 0 else { return (quotient, true) }
    let isFar = 2 * remainder.magnitude >= denominator.magnitude
    return (quotient + (isFar ? remainder.signum() : 0), false)
  }
}
