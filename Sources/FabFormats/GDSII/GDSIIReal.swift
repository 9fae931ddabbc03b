/// The eight-byte real of GDSII: sign, exponent of sixteen with excess 64, fraction of 56 bits.
///
/// The value is `fraction × 16^(exponent - 64)` with `1/16 <= fraction < 1`. Both directions shift the
/// significand of the `Double`; its 53 bits always fit the 56, so that writing is exact.
///
/// > Source: GDSII Stream Format Manual, release 6.0, Calma 1987, "Eight-Byte Real".
enum GDSIIReal {
  /// Returns the bits of a value, or `nil` where it isn't finite or its magnitude is out of range.
  static func bits(of value: Double) -> UInt64? {
    guard value.isFinite else { return nil }
    guard value != 0 else { return 0 }
    guard value.isNormal else { return nil }
    let significand = value.significandBitPattern | (1 << 52)
    // value = significand × 2^(e - 52) = (significand << shift) × 2^-56 × 16^power
    let power = (Int(value.exponent) + 4) >> 2
    let shift = Int(value.exponent) + 4 - 4 * power
    guard (-64...63).contains(power) else { return nil }
    let sign: UInt64 = value < 0 ? 1 << 63 : 0
    return sign | UInt64(power + 64) << 56 | significand << UInt64(shift)
  }

  /// Returns the value of the bits, rounded to 53 significant bits where the fraction has more.
  static func value(of bits: UInt64) -> Double {
    let fraction = Double(bits & 0x00FF_FFFF_FFFF_FFFF)
    let power = Int((bits >> 56) & 0x7F) - 64
    let value = Double(sign: .plus, exponent: 4 * power - 56, significand: fraction)
    return bits >> 63 == 1 ? -value : value
  }
}
