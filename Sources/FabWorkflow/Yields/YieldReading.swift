import FabDiagnostics
import FabQuality
import FabStore

/// The binned wafers that a question about yield is about.
struct YieldReading {
  let wafers: [BinnedWafer]
  /// The bins of the rules of the first wafer.
  let bins: [BinDefinition]
  private(set) var messages: [Diagnostic] = []

  /// All PCUs.
  var units: [YieldUnit] { wafers.flatMap(\.units) }
  /// Whether any value was computed instead of measured.
  var isGenerated: Bool { wafers.contains(where: \.isGenerated) }
  /// The radius of the area that carries devices, of the largest wafer, in millimetre.
  var radius: Double { wafers.map(\.usableRadius).max() ?? 1 }

  /// What the reading is of, in words.
  var place: String {
    if wafers.count == 1 { return "wafer \(wafers[0].wafer.code)" }
    let lots = Set(wafers.map(\.wafer.lot)).sorted()
    return "\(wafers.count) wafers of \(lots.joined(separator: ", "))"
  }
  /// What the reading is of, and whether it was generated.
  var title: String { place + (isGenerated ? ", generated values" : "") }

  /// Reads the wafers.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-entry`, or `no-measurement` where none was binned.
  init(
    _ selection: MeasurementSelection,
    database: String,
    from reader: StoreReader
  ) throws(DiagnosticError) {
    let codes = try selection.waferCodes(from: reader)
    var found: [BinnedWafer] = []
    var missing: [String] = []
    for wafer in try reader.all(FabStore.Wafer.self)
    where codes?.contains(wafer.code) ?? true {
      if let binned = try BinnedWafer(wafer, from: reader) {
        found.append(binned)
      } else {
        missing.append(wafer.code)
      }
    }
    guard let first = found.first else {
      throw DiagnosticError(
        Diagnostic(
          .noMeasurement,
          at: .file(database),
          codes == nil ? "no wafer was binned yet" : "none of these wafers was binned yet",
          fixes: ["bin them with 'pcu-fab yield bin'"]
        )
      )
    }
    wafers = found
    bins = try reader.all(BinDefinition.self, where: ["ruleset": .text(first.ruleset)])
    // Without a choice the unbinned ones are nobody's question.
    if codes != nil, !missing.isEmpty {
      let names = missing.prefix(5).joined(separator: ", ")
      messages.append(
        Diagnostic(
          .noMeasurement,
          severity: .warning,
          at: .file(database),
          "\(missing.count) wafers (\(names)\(missing.count > 5 ? ", …" : "")) were never binned and don't count"
        )
      )
    }
    if Set(found.map(\.ruleset)).count > 1 {
      messages.append(
        Diagnostic(
          .assumedColumns,
          severity: .warning,
          at: .file(database),
          "the wafers were binned by different rules",
          fixes: ["bin them again with 'pcu-fab yield bin'"]
        )
      )
    }
    let generated = found.count(where: \.isGenerated)
    if generated > 0, generated < found.count {
      messages.append(
        Diagnostic(
          .assumedColumns,
          severity: .warning,
          at: .file(database),
          "generated and measured wafers are mixed"
        )
      )
    }
  }
}
