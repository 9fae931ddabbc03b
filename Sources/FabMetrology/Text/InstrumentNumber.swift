/// Numbers of instruments with the marks that stand for "no value".
enum InstrumentNumber {
  /// Returns what a mark says: 9.91E37 is "not a number", everything else that large an overflow.
  ///
  /// > Source: SCPI-1999, volume 1, section 7.2.1.
  static func flags(ofMark value: Double) -> ReadingFlags {
    abs(abs(value) - 9.91e37) < 1e33 ? .notMeasured : .overflow
  }
}
