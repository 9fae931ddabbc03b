/// What a step took from a bottle.
public struct MaterialUse: StoreEntry {
  /// The table.
  public static let table = "material_use"
  /// What people call one of them.
  public static let noun = "use of material"
  /// What makes it unique.
  public static let key = ["run", "seq", "attempt", "materialLot"]
  /// Its properties in order.
  public static let fields = [
    EntryField("run", .text),
    EntryField("seq", .integer),
    EntryField("attempt", .integer),
    EntryField("materialLot", .text),
    EntryField("mg", .number, isOptional: true),
  ]

  /// The run.
  public var run: String
  /// The step.
  public var seq: Int
  /// Its repetition, from 1.
  public var attempt: Int
  /// The bottle.
  public var materialLot: String
  /// How much, in milligram.
  public var mg: Double?

  /// Creates an entry.
  public init(
    run: String,
    seq: Int,
    attempt: Int,
    materialLot: String,
    mg: Double? = nil
  ) {
    self.run = run
    self.seq = seq
    self.attempt = attempt
    self.materialLot = materialLot
    self.mg = mg
  }
}
