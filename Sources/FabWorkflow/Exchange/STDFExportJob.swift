public import FabDiagnostics
import FabExchange
import FabStore

/// What `export stdf` does: bins and measured values of wafers of one lot as a test data file.
public struct STDFExportJob {
  private let session: StoreSession
  private let wafers: [String]
  private let lot: String?
  private let out: String
  private let replaces: Bool

  /// Creates a job.
  ///
  /// - Parameters:
  ///   - session: The store.
  ///   - wafers: The wafers, of one lot.
  ///   - lot: The lot whose binned wafers are taken.
  ///   - out: The file.
  ///   - replaces: Whether an existing file may be replaced.
  public init(
    session: StoreSession,
    wafers: [String],
    lot: String?,
    out: String,
    replaces: Bool
  ) {
    self.session = session
    self.wafers = wafers
    self.lot = lot
    self.out = out
    self.replaces = replaces
  }

  /// Writes the file.
  ///
  /// - Throws: A ``DiagnosticError`` if a wafer has no bins, wafers are of several lots, or the file can't be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let file = SingleFile(path: out)
    try file.checkFree(replaces: replaces)
    let content = try session.read { (reader) throws(DiagnosticError) in
      try STDFContent(try codes(reader), from: reader).file
    }
    try file.write(try STDF.bytes(of: content), replaces: replaces)
    let parts = content.wafers.reduce(0) { $0 + $1.parts.count }
    let results = content.wafers.flatMap(\.parts).reduce(0) { $0 + $1.results.count }
    return CommandOutput(
      text: "wrote \(parts) parts with \(results) results of \(content.tests.count) tests on "
        + "\(content.wafers.count) wafers as STDF to \(out)"
        + (content.lot.tester == STDFContent.generated
          ? "; values were computed, not measured" : "")
        + "\n",
      json: JSONText.encode(
        STDFExportReport(
          format: "STDF V4",
          file: out,
          lot: content.lot.lot,
          wafers: content.wafers.map(\.id),
          parts: parts,
          tests: content.tests.count,
          results: results
        )
      )
    )
  }

  private func codes(_ reader: StoreReader) throws(DiagnosticError) -> [String] {
    guard let lot else { return wafers }
    _ = try reader.named(Lot.self, lot)
    let codes = try reader.all(Wafer.self, where: ["lot": .text(lot)]).map(\.code)
    guard !codes.isEmpty else {
      throw DiagnosticError(
        Diagnostic(.noMeasurement, at: .argument("--lot"), "lot '\(lot)' has no wafers")
      )
    }
    return codes
  }
}
