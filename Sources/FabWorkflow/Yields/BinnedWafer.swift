import FabDiagnostics
import FabQuality
import FabStore

/// A wafer with the newest bins of its PCUs and their components.
struct BinnedWafer {
  let wafer: FabStore.Wafer
  let sites: [LayoutSite]
  let units: [YieldUnit]
  let ruleset: String
  let pass: Int
  /// Whether any value of the wafer was computed instead of measured.
  let isGenerated: Bool

  /// Reads a wafer; `nil` if it was never binned.
  ///
  /// - Throws: A ``DiagnosticError`` if the store can't be read.
  init?(_ wafer: FabStore.Wafer, from reader: StoreReader) throws(DiagnosticError) {
    guard let layout = wafer.layout,
      let pass = try reader.all(BinPass.self, where: ["wafer": .text(wafer.code)])
        .map(\.pass).max()
    else { return nil }
    let results = try reader.all(
      FabStore.BinResult.self,
      where: ["wafer": .text(wafer.code), "pass": .integer(Int64(pass))]
    )
    guard let ruleset = results.first?.ruleset else { return nil }
    let names = try Self.definitions(ruleset, from: reader)
    let sites = try reader.all(
      LayoutSite.self,
      where: ["layout": .text(layout), "kind": .text("pcu")]
    )
    let bySite = Dictionary(grouping: results, by: \.site)
    units = sites.map { site in
      let found = (bySite[site.id] ?? [])
        .compactMap { result -> FabQuality.BinResult? in
          guard let subject = BinSubject(rawValue: result.component),
            let bin = names["\(result.component)/\(result.code)"],
            let quality = BinQuality(rawValue: bin.quality)
          else { return nil }
          return FabQuality.BinResult(
            subject: subject,
            code: result.code,
            quality: quality,
            name: bin.name,
            reason: result.reason
          )
        }
      return YieldUnit(
        lot: wafer.lot,
        wafer: wafer.code,
        // Sites of an array are named after it, singles stand for themselves.
        array: site.label.hasPrefix(site.block + ".") ? site.block : nil,
        site: SamplingSite(site),
        results: found
      )
    }
    self.wafer = wafer
    self.sites = sites
    self.ruleset = ruleset
    self.pass = pass
    isGenerated = try reader.measurementSets(wafer: wafer.code).contains { $0.generated != 0 }
  }

  private static func definitions(
    _ ruleset: String,
    from reader: StoreReader
  ) throws(DiagnosticError) -> [String: BinDefinition] {
    let all = try reader.all(BinDefinition.self, where: ["ruleset": .text(ruleset)])
    return Dictionary(all.map { ("\($0.component)/\($0.code)", $0) }) { first, _ in first }
  }

  /// The radius of the area that carries devices, in millimetre.
  var usableRadius: Double { wafer.diameterMm / 2 - wafer.edgeExclusionMm }
}

extension SamplingSite {
  /// The middle of a site of a layout.
  init(_ site: LayoutSite) {
    self.init(name: site.label, x: Double(site.xUm) / 1000, y: Double(site.yUm) / 1000)
  }
}
