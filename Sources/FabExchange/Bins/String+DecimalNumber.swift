extension StringProtocol {
  /// The finite number that the text is in digits, with point and exponent; no hexadecimal, no words.
  var decimalNumber: Double? {
    guard utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let value = Double(self),
      value.isFinite
    else { return nil }
    return value
  }
}
