import FabDiagnostics
import FabStore

/// The newest bins of a wafer's PCUs.
struct WaferBins {
  /// Failing PCUs with the name of their bin.
  private(set) var failing: [String: String] = [:]
  /// How many were judged neither good nor bad.
  private(set) var skipped = 0
  /// The pass; `nil` where the wafer was never binned.
  let pass: Int?

  init(
    of wafer: String,
    sites: [Int64: String],
    from reader: StoreReader
  ) throws(DiagnosticError) {
    pass = try reader.all(BinPass.self, where: ["wafer": .text(wafer)]).map(\.pass).max()
    guard let pass else { return }
    let results = try reader.all(
      BinResult.self,
      where: [
        "wafer": .text(wafer), "pass": .integer(Int64(pass)), "component": .text("PCU"),
      ]
    )
    guard let rules = results.first?.ruleset else { return }
    let definitions = try reader.all(
      BinDefinition.self,
      where: ["ruleset": .text(rules), "component": .text("PCU")]
    )
    let byCode = Dictionary(definitions.map { ($0.code, $0) }) { first, _ in first }
    for result in results {
      guard let site = sites[result.site], let bin = byCode[result.code] else { continue }
      switch bin.quality {
      case "Fail": failing[site] = "bin \(bin.code), \(bin.name)"
      case "Skip": skipped += 1
      default: continue
      }
    }
  }
}
