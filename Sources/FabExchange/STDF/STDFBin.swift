/// A hardware or software bin with its name; parts are counted from the file's parts.
public struct STDFBin: Hashable, Sendable {
  /// The number, 0 to 32767.
  public var number: UInt16
  /// The name; empty for none.
  public var name: String
  /// Whether its parts pass; `nil` where that isn't said.
  public var isPassed: Bool?

  /// Creates a bin.
  public init(number: UInt16, name: String, isPassed: Bool?) {
    self.number = number
    self.name = name
    self.isPassed = isPassed
  }
}
