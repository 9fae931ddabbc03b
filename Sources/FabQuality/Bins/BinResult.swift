/// The bin that one component or unit fell into.
public struct BinResult: Hashable, Sendable {
  /// What was sorted.
  public let subject: BinSubject
  /// The code of the bin.
  public let code: Int
  /// Its quality.
  public let quality: BinQuality
  /// Its name.
  public let name: String
  /// Why, as a phrase with the values that decided.
  public let reason: String

  /// Creates a result.
  public init(
    subject: BinSubject,
    code: Int,
    quality: BinQuality,
    name: String,
    reason: String
  ) {
    self.subject = subject
    self.code = code
    self.quality = quality
    self.name = name
    self.reason = reason
  }
}
