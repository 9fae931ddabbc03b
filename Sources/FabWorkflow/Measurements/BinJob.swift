public import FabDiagnostics
import FabQuality
import FabStore

/// What `yield bin` does: a wafer's devices into bins, by rules in a file.
public struct BinJob {
  private let session: StoreSession
  private let wafers: [String]
  private let rules: String

  /// Creates a job.
  ///
  /// - Parameters:
  ///   - session: The store.
  ///   - wafers: The wafers.
  ///   - rules: The file of rules.
  public init(session: StoreSession, wafers: [String], rules: String) {
    self.session = session
    self.wafers = wafers
    self.rules = rules
  }

  /// Sorts the devices; the same values by the same rules are no change.
  ///
  /// - Throws: A ``DiagnosticError`` if the rules can't be read, or a wafer carries no layout or no values.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let loaded = try LoadedBinRules(path: rules)
    return try session.change { (writer, moment) throws(DiagnosticError) in
      try writer.keep(loaded.entry, bins: loaded.definitions)
      var lines: [String] = []
      for wafer in wafers {
        lines.append(try sort(wafer, by: loaded.ruleset, loaded.entry.sha256, writer, moment))
      }
      return StoreRemarks(lines)
    }
  }

  private func sort(
    _ code: String,
    by ruleset: FabQuality.BinRuleset,
    _ hash: String,
    _ writer: StoreWriter,
    _ moment: UTCTime
  ) throws(DiagnosticError) -> String {
    let wafer = try writer.reader.named(Wafer.self, code)
    guard let layout = wafer.layout else {
      throw DiagnosticError(
        Diagnostic(.wrongState, at: .argument(code), "wafer '\(code)' carries no layout to bin")
      )
    }
    let sites = try writer.reader.all(
      LayoutSite.self,
      where: ["layout": .text(layout), "kind": .text("pcu")]
    )
    let labels = Dictionary(sites.map { ($0.id, $0.label) }) { first, _ in first }
    let values = try MeasuredValues(of: code, sites: labels, from: writer.reader)
    guard !values.isEmpty else {
      throw DiagnosticError(
        Diagnostic(
          .noMeasurement,
          at: .argument(code),
          "nothing was measured on wafer '\(code)'",
          fixes: ["import its measurements with 'pcu-fab measure import'"]
        )
      )
    }
    var results: [FabStore.BinResult] = []
    for site in sites {
      var known: [BinSubject: [BinCharacteristic: Double]] = [:]
      for subject in BinSubject.components {
        for characteristic in BinCharacteristic.characteristics(of: subject) {
          known[subject, default: [:]][characteristic] =
            values.values(of: characteristic.rawValue, component: subject.rawValue)[site.label]
        }
      }
      let found: [FabQuality.BinResult]
      do throws(QualityError) {
        found = try ruleset.results(for: known)
      } catch {
        throw DiagnosticError(
          Diagnostic(.notFinite, at: .argument("\(code)/\(site.label)"), "a value isn't finite")
        )
      }
      results += found.map {
        FabStore.BinResult(
          wafer: code,
          pass: 0,
          component: $0.subject.rawValue,
          site: site.id,
          ruleset: hash,
          code: $0.code,
          reason: $0.reason
        )
      }
    }
    let pass = try writer.addBins(results, wafer: code, origin: "measured values", at: moment)
    let units = results.filter { $0.component == BinSubject.unit.rawValue }
    let qualities = Dictionary(
      (ruleset.bins[.unit] ?? []).map { ($0.code, $0.quality) }
    ) { first, _ in first }
    func count(_ quality: FabQuality.BinQuality) -> Int {
      units.count { qualities[$0.code] == quality }
    }
    let skipped = count(.skip)
    return "\(code): \(count(.pass)) of \(units.count - skipped) PCUs pass"
      + (skipped > 0 ? ", \(skipped) not judged" : "") + ", binning \(pass)"
  }
}
