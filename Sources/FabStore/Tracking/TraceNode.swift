/// Something that a trace meets.
public struct TraceNode: Hashable, Sendable, Encodable {
  /// What kind of thing it is.
  public enum Kind: String, CaseIterable, Sendable, Encodable {
    case materialLot = "material-lot"
    case equipment
    case recipe
    case run
    case lot
    case wafer
    case pcu
  }

  /// What kind of thing it is.
  public let kind: Kind
  /// Its name; for PCUs `WAFER/SITE`.
  public let code: String

  /// Names something.
  public init(_ kind: Kind, _ code: String) {
    self.kind = kind
    self.code = code
  }
}
