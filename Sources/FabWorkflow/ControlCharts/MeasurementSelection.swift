public import FabDiagnostics
public import FabStore

/// Which measurement sets are meant: those of a lot, of some wafers, or the newest ones.
public struct MeasurementSelection: Sendable {
  /// Only of this lot's wafers.
  public var lot: String?
  /// Only of these wafers.
  public var wafers: [String]
  /// Only so many, the newest.
  public var last: Int?

  /// Creates a selection; without anything it is all sets.
  public init(lot: String? = nil, wafers: [String] = [], last: Int? = nil) {
    self.lot = lot
    self.wafers = wafers
    self.last = last
  }

  /// Returns the wafers that are meant, or `nil` for all.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-entry`.
  public func waferCodes(from reader: StoreReader) throws(DiagnosticError) -> Set<String>? {
    guard lot != nil || !wafers.isEmpty else { return nil }
    var codes: Set<String> = []
    if let lot {
      _ = try reader.named(Lot.self, lot)
      codes.formUnion(try reader.all(Wafer.self, where: ["lot": .text(lot)]).map(\.code))
    }
    for wafer in wafers { codes.insert(try reader.named(Wafer.self, wafer).code) }
    return codes
  }
}
