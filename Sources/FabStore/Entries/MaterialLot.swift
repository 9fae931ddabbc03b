/// A bottle or a batch of a material.
public struct MaterialLot: StoreEntry {
  /// The table.
  public static let table = "material_lot"
  /// What people call one of them.
  public static let noun = "material lot"
  /// What makes it unique.
  public static let key = ["code"]
  /// Its properties in order.
  public static let fields = [
    EntryField("code", .text),
    EntryField("material", .text),
    EntryField("supplier", .text),
    EntryField("lotNumber", .text),
    EntryField("purity", .text, isOptional: true),
    EntryField("amountMg", .number, isOptional: true),
    EntryField("opened", .text, isOptional: true),
    EntryField("expires", .text, isOptional: true),
    EntryField("state", .text),
    EntryField("note", .text, isOptional: true),
  ]

  /// The name on the lab's own label.
  public var code: String
  /// The material.
  public var material: String
  /// Who made it.
  public var supplier: String
  /// The maker's lot number.
  public var lotNumber: String
  /// The purity that the maker states.
  public var purity: String?
  /// How much there was when it came, in milligram.
  public var amountMg: Double?
  /// The day it was opened, `2026-11-24`.
  public var opened: String?
  /// The day from which it isn't to be used.
  public var expires: String?
  /// `open`, `exhausted` or `discarded`.
  public var state: String
  /// A remark.
  public var note: String?

  /// Creates an entry.
  public init(
    code: String,
    material: String,
    supplier: String,
    lotNumber: String,
    purity: String? = nil,
    amountMg: Double? = nil,
    opened: String? = nil,
    expires: String? = nil,
    state: String,
    note: String? = nil
  ) {
    self.code = code
    self.material = material
    self.supplier = supplier
    self.lotNumber = lotNumber
    self.purity = purity
    self.amountMg = amountMg
    self.opened = opened
    self.expires = expires
    self.state = state
    self.note = note
  }
}
