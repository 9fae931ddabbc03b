/// One bin: what it is called, what it means, and what falls into it.
public struct BinRule: Hashable, Sendable {
  /// The code, 0...255, unique within its subject.
  public let code: Int
  /// The quality.
  public let quality: BinQuality
  /// The name.
  public let name: String
  /// What must hold, all of it; nothing for the bin of all the rest.
  public let conditions: [BinCondition]

  /// Creates a bin.
  public init(code: Int, quality: BinQuality, name: String, conditions: [BinCondition]) {
    self.code = code
    self.quality = quality
    self.name = name
    self.conditions = conditions
  }
}
