import FabDiagnostics
import FabExchange
import FabMetrology
import FabStore

/// The measured values of a test data file as a table of sites.
///
/// Parts are named after their sites, tests after characteristics. A single float is written with the digits that tell it from
/// its neighbours, so that what had seven digits comes back as it was. Bins aren't values: `yield import` takes them.
struct STDFTable {
  /// The table.
  let table: SiteTable
  /// Whether the file says that its values were computed.
  let isGenerated: Bool
  /// What to know of the file.
  let messages: [Diagnostic]

  /// Reads a file.
  ///
  /// - Throws: A ``DiagnosticError`` with what the file's reader refuses, or `no-measurement` if it has nothing but bins.
  init(name: String, bytes: [UInt8]) throws(DiagnosticError) {
    let reading = try STDF.read(file: name, bytes: bytes)
    let file = reading.file
    let tests = Dictionary(
      file.tests.filter { !$0.name.hasSuffix(STDFContent.binTest) }.map { ($0.number, $0) }
    ) { first, _ in first }
    var rows: [[TableCell]] = []
    for wafer in file.wafers {
      // A wafer has one time for all of its values.
      let seconds = wafer.finished > 0 ? wafer.finished : wafer.started
      let time =
        seconds > 0 ? UTCTime(milliseconds: Int64(seconds) * 1000).map(\.text) : nil
      for part in wafer.parts {
        for result in part.results {
          guard let test = tests[result.test] else { continue }
          rows.append([
            .text(wafer.id), .text(part.id), .text(test.name),
            result.value.flatMap { Double("\($0)") }.map(TableCell.number) ?? .empty,
            test.unit.isEmpty ? .text("1") : .text(test.unit), time.map(TableCell.text) ?? .empty,
          ])
        }
      }
    }
    guard !rows.isEmpty else {
      throw DiagnosticError(
        Diagnostic(
          .noMeasurement,
          at: .file(name),
          "the file has no measured values",
          fixes: ["take its bins with 'pcu-fab yield import'"]
        )
      )
    }
    let columns = ["wafer", "site", "characteristic", "value", "unit", "time"]
      .map { TableColumn($0, $0 == "value" ? .number : .text) }
    table = try SiteTable.read(
      name: "\(name), as a table",
      bytes: TableText(columns: columns, rows: rows).bytes()
    )
    isGenerated = file.lot.tester == STDFContent.generated
    messages = reading.diagnostics
  }
}
