/// Something that is measured, by one method: values of different methods never mix.
public struct Characteristic: StoreEntry {
  /// The table.
  public static let table = "characteristic"
  /// What people call one of them.
  public static let noun = "characteristic"
  /// What makes it unique.
  public static let key = ["code"]
  /// Its properties in order.
  public static let fields = [
    EntryField("code", .text),
    EntryField("unit", .text),
    EntryField("title", .text, isOptional: true),
    EntryField("method", .text),
  ]

  /// The name, for instance `edge`.
  public var code: String
  /// The unit of its values.
  public var unit: String
  /// The name for people.
  public var title: String?
  /// The method with its parameters; empty where there is but one.
  public var method: String

  /// Creates an entry.
  public init(
    code: String,
    unit: String,
    title: String? = nil,
    method: String
  ) {
    self.code = code
    self.unit = unit
    self.title = title
    self.method = method
  }
}
