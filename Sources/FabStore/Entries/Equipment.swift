/// An instrument or a chamber.
public struct Equipment: StoreEntry {
  /// The table.
  public static let table = "equipment"
  /// What people call one of them.
  public static let noun = "equipment"
  /// What makes it unique.
  public static let key = ["code"]
  /// Its properties in order.
  public static let fields = [
    EntryField("code", .text),
    EntryField("kind", .text),
    EntryField("title", .text, isOptional: true),
    EntryField("geometry", .json, isOptional: true),
  ]

  /// The name.
  public var code: String
  /// What it is, for instance `evaporator` or `spectrometer`.
  public var kind: String
  /// Maker and model.
  public var title: String?
  /// Sources, throw and offsets of a chamber, as JSON.
  public var geometry: JSONValue?

  /// Creates an entry.
  public init(
    code: String,
    kind: String,
    title: String? = nil,
    geometry: JSONValue? = nil
  ) {
    self.code = code
    self.kind = kind
    self.title = title
    self.geometry = geometry
  }
}
