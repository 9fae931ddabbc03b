/// A place of a layout that has a name: a PCU, a single, a witness window.
public struct LayoutSite: StoreEntry {
  /// The table.
  public static let table = "site"
  /// What people call one of them.
  public static let noun = "site"
  /// What makes it unique.
  public static let key = ["id"]
  /// Its properties in order.
  public static let fields = [
    EntryField("id", .integer),
    EntryField("layout", .text),
    EntryField("label", .text),
    EntryField("kind", .text),
    EntryField("block", .text),
    EntryField("row", .integer, isOptional: true),
    EntryField("col", .integer, isOptional: true),
    EntryField("xUm", .integer),
    EntryField("yUm", .integer),
    EntryField("widthUm", .integer),
    EntryField("heightUm", .integer),
  ]

  /// The number that measured values refer to.
  public var id: Int64
  /// The hash of the layout.
  public var layout: String
  /// The name, for instance `A5.R2C3`.
  public var label: String
  /// `pcu` or another kind of place.
  public var kind: String
  /// The array or single that it belongs to.
  public var block: String
  /// Row in an array, from 1.
  public var row: Int?
  /// Column in an array, from 1.
  public var col: Int?
  /// To the right of the wafer's centre, µm.
  public var xUm: Int
  /// Upwards from it, µm.
  public var yUm: Int
  /// Width, µm.
  public var widthUm: Int
  /// Height, µm.
  public var heightUm: Int

  /// Creates an entry.
  public init(
    id: Int64,
    layout: String,
    label: String,
    kind: String,
    block: String,
    row: Int? = nil,
    col: Int? = nil,
    xUm: Int,
    yUm: Int,
    widthUm: Int,
    heightUm: Int
  ) {
    self.id = id
    self.layout = layout
    self.label = label
    self.kind = kind
    self.block = block
    self.row = row
    self.col = col
    self.xUm = xUm
    self.yUm = yUm
    self.widthUm = widthUm
    self.heightUm = heightUm
  }
}
