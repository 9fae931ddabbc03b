import FabDiagnostics
import FabExchange
import FabStore

/// The bins of devices that a table states, before their sites are held against the store.
struct LoadedBins {
  /// A bin with the name of its site.
  struct Row {
    var result: BinResult
    let site: String
    let place: Place
  }

  /// The rows in the order of the table.
  private(set) var rows: [Row] = []

  /// No bins.
  init() {}

  private static let columns = BinResult.fields.map { field in
    // Sites by their names: a number says nothing outside the store.
    TableColumn(field.name, field.name != "site" && field.kind == .integer ? .integer : .text)
  }

  /// All bins of the store.
  static func table(from reader: StoreReader) throws(DiagnosticError) -> TableText {
    let labels = try SiteLabels(from: reader)
    return TableText(
      columns: columns,
      rows: try reader.all(BinResult.self)
        .map { bin in
          [
            .text(bin.wafer), .integer(bin.pass), .text(bin.component),
            .text(labels.label(of: bin.site) ?? "\(bin.site)"), .text(bin.ruleset),
            .integer(bin.code), .text(bin.reason),
          ]
        }
    )
  }

  /// Reads a table.
  ///
  /// - Throws: A ``DiagnosticError`` with line and column of what can't be taken.
  init(file: String, bytes: [UInt8]) throws(DiagnosticError) {
    let placed = try TableText.placed(file: file, bytes: bytes, columns: Self.columns)
    let collector = DiagnosticCollector()
    for (index, cells) in placed.table.rows.enumerated() {
      let place = placed.place(row: index, column: 0)
      guard case .text(let wafer) = cells[0], case .integer(let pass) = cells[1],
        case .text(let component) = cells[2], case .text(let site) = cells[3],
        case .text(let ruleset) = cells[4], case .integer(let code) = cells[5]
      else {
        let missing = cells.firstIndex(of: .empty) ?? 0
        collector.add(
          Diagnostic(
            .missingKey,
            at: placed.place(row: index, column: missing),
            "the row has no '\(Self.columns[missing].name)'"
          )
        )
        continue
      }
      var reason = ""
      if case .text(let text) = cells[6] { reason = text }
      let result = BinResult(
        wafer: wafer,
        pass: pass,
        component: component,
        site: 0,
        ruleset: ruleset,
        code: code,
        reason: reason
      )
      rows.append(Row(result: result, site: site, place: place))
    }
    guard !collector.hasErrors else { throw DiagnosticError(collector.diagnostics) }
  }

  /// Stores the bins.
  ///
  /// - Returns: How many were there already.
  /// - Throws: A ``DiagnosticError`` with a wafer, pass, site or bin that the store doesn't have.
  func store(with writer: StoreWriter) throws(DiagnosticError) -> Int {
    var sites: [String: [String: Int64]] = [:]
    var passes: [String: Set<Int>] = [:]
    var known = 0
    for row in rows {
      var result = row.result
      let code = result.wafer
      if sites[code] == nil {
        guard let wafer = try writer.reader.find(Wafer.self, .text(code)) else {
          throw DiagnosticError(
            Diagnostic(
              .unknownEntry,
              at: row.place,
              "there is no wafer '\(code.prefix(64))'"
                + NearMiss.question(for: code, among: try writer.reader.names(Wafer.self))
            )
          )
        }
        sites[code] = try writer.reader.siteNumbers(ofLayout: wafer.layout ?? "")
        passes[code] = Set(
          try writer.reader.all(BinPass.self, where: ["wafer": .text(code)]).map(\.pass)
        )
      }
      guard let site = sites[code]?[row.site] else {
        throw DiagnosticError(
          Diagnostic(
            .unknownEntry,
            at: row.place,
            "the layout of wafer '\(code)' has no site '\(row.site.prefix(64))'"
          )
        )
      }
      guard passes[code]?.contains(result.pass) == true else {
        throw DiagnosticError(
          Diagnostic(
            .unknownEntry,
            at: row.place,
            "wafer '\(code)' has no binning \(result.pass)",
            fixes: ["load the table 'binPasses' before, or both from their folder"]
          )
        )
      }
      result.site = site
      if try !writer.addUnrecorded(result, at: row.place) { known += 1 }
    }
    return known
  }
}
