/// A wafer; its state in the words of SEMI E90.
public struct Wafer: StoreEntry {
  /// The table.
  public static let table = "wafer"
  /// What people call one of them.
  public static let noun = "wafer"
  /// What makes it unique.
  public static let key = ["code"]
  /// Its properties in order.
  public static let fields = [
    EntryField("code", .text),
    EntryField("lot", .text),
    EntryField("layout", .text, isOptional: true),
    EntryField("substrate", .text),
    EntryField("diameterMm", .number),
    EntryField("flatMm", .number, isOptional: true),
    EntryField("edgeExclusionMm", .number),
    EntryField("slot", .integer, isOptional: true),
    EntryField("state", .text),
    EntryField("note", .text, isOptional: true),
  ]

  /// The name.
  public var code: String
  /// The lot.
  public var lot: String
  /// The hash of the layout that it carries.
  public var layout: String?
  /// What it is made of.
  public var substrate: String
  /// Diameter, mm.
  public var diameterMm: Double
  /// Length of the flat, mm.
  public var flatMm: Double?
  /// What isn't used at the edge, mm.
  public var edgeExclusionMm: Double
  /// Slot in the carrier.
  public var slot: Int?
  /// `needs processing`, `in process`, `processed` or `scrapped`.
  public var state: String
  /// A remark.
  public var note: String?

  /// Creates an entry.
  public init(
    code: String,
    lot: String,
    layout: String? = nil,
    substrate: String,
    diameterMm: Double,
    flatMm: Double? = nil,
    edgeExclusionMm: Double,
    slot: Int? = nil,
    state: String,
    note: String? = nil
  ) {
    self.code = code
    self.lot = lot
    self.layout = layout
    self.substrate = substrate
    self.diameterMm = diameterMm
    self.flatMm = flatMm
    self.edgeExclusionMm = edgeExclusionMm
    self.slot = slot
    self.state = state
    self.note = note
  }
}
