/// What a bin means for the yield.
public enum BinQuality: String, CaseIterable, Codable, Hashable, Sendable {
  /// The unit works.
  case pass = "Pass"
  /// The unit doesn't.
  case fail = "Fail"
  /// The unit wasn't judged; it counts neither as good nor as tested.
  case skip = "Skip"
}
