/// A wafer on its place in a run.
public struct RunWafer: StoreEntry {
  /// The table.
  public static let table = "run_wafer"
  /// What people call one of them.
  public static let noun = "wafer of a run"
  /// What makes it unique.
  public static let key = ["run", "wafer"]
  /// Its properties in order.
  public static let fields = [
    EntryField("run", .text),
    EntryField("wafer", .text),
    EntryField("slot", .integer, isOptional: true),
    EntryField("holderXMm", .number, isOptional: true),
    EntryField("holderYMm", .number, isOptional: true),
    EntryField("angleDeg", .number, isOptional: true),
  ]

  /// The run.
  public var run: String
  /// The wafer.
  public var wafer: String
  /// The slot.
  public var slot: Int?
  /// Its place on the holder, mm.
  public var holderXMm: Double?
  /// Its place on the holder, mm.
  public var holderYMm: Double?
  /// Its rotation on the holder, degree.
  public var angleDeg: Double?

  /// Creates an entry.
  public init(
    run: String,
    wafer: String,
    slot: Int? = nil,
    holderXMm: Double? = nil,
    holderYMm: Double? = nil,
    angleDeg: Double? = nil
  ) {
    self.run = run
    self.wafer = wafer
    self.slot = slot
    self.holderXMm = holderXMm
    self.holderYMm = holderYMm
    self.angleDeg = angleDeg
  }
}
