/// One state of the switch matrix: what it is for, and the crosspoints that are closed in it.
public struct SwitchStep: Encodable, Hashable, Sendable {
  /// One closed crosspoint.
  public struct Closure: Encodable, Hashable, Sendable {
    /// The channel, for instance `1304`.
    public let channel: String
    /// The instrument line of its row.
    public let line: String
    /// The contact of its column.
    public let contact: String
  }

  /// The operator.
  public let operation: String
  /// The place in the sequence, from 1.
  public let number: Int
  /// What it's for.
  public let purpose: String
  /// The voltage or current that the source gives, in words.
  public let drive: String
  /// The closed crosspoints.
  public let closures: [Closure]

  private enum CodingKeys: String, CodingKey {
    case operation = "operator"
    case number
    case purpose
    case drive
    case closures
  }
}
