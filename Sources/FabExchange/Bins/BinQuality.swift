/// What a bin says of a device.
public enum BinQuality: String, CaseIterable, Sendable {
  /// Good.
  case pass = "Pass"
  /// Bad.
  case fail = "Fail"
  /// Not judged: left out of the denominator of a yield.
  case skip = "Skip"
}
