import FabDiagnostics
import FabExchange
import FabStore

/// Wafers as a test data file: a part for each PCU, a test for each characteristic, and one for the bin of each component.
///
/// Bins of components have no place in STDF, which knows one hardware bin a part: they are results of tests named
/// `D1.bin`, and reading takes them for what they are.
struct STDFContent {
  /// The file.
  let file: STDFFile

  /// The end of the name of a test that is a bin.
  static let binTest = ".bin"

  /// The tester of values that no tester measured.
  static let generated = "computed, not measured"

  /// Reads what the store has of wafers.
  init(_ codes: [String], from reader: StoreReader) throws(DiagnosticError) {
    var tests = STDFTests(try reader.all(Characteristic.self), try reader.all(Specification.self))
    var wafers: [STDFWafer] = []
    var lots: [String] = []
    var layouts: [String: STDFWaferLayout] = [:]
    var bins: [Int: FabStore.BinDefinition] = [:]
    var isGenerated = false
    var operators: [String] = []
    var programs: [String] = []
    for code in codes {
      let source = try WaferBinSource(of: code, from: reader)
      let wafer = source.place.wafer
      if !lots.contains(wafer.lot) { lots.append(wafer.lot) }
      for bin in source.definitions["PCU"] ?? [] {
        if let other = bins[bin.code], other.quality != bin.quality || other.name != bin.name {
          throw DiagnosticError(
            Diagnostic(
              .conflictingEntry,
              at: .argument(code),
              "bin \(bin.code) is '\(bin.name)' on '\(code)' and '\(other.name)' on another wafer",
              fixes: ["export wafers that were binned by the same rules"]
            )
          )
        }
        bins[bin.code] = bin
      }
      let values = try STDFValues(of: source, from: reader, tests: &tests)
      if values.isGenerated { isGenerated = true }
      operators += values.operators.filter { !operators.contains($0) }
      if !programs.contains(source.ruleset) { programs.append(source.ruleset) }
      let grid = try source.place.grid()
      let parts = source.place.sites.map { site in
        Self.part(site, grid, source, values)
      }
      wafers.append(
        STDFWafer(
          id: code,
          started: values.first ?? source.pass.at.unixSeconds,
          finished: max(values.last ?? 0, source.pass.at.unixSeconds),
          maskSet: String((wafer.layout ?? "").prefix(12)),
          parts: parts
        )
      )
      layouts[wafer.layout ?? ""] = Self.layout(source)
    }
    guard let lot = lots.first, lots.count == 1 else {
      throw DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: .argument("WAFER"),
          "a file has the wafers of one lot; these are of \(lots.joined(separator: ", "))",
          fixes: ["export each lot on its own"]
        )
      )
    }
    let definitions = bins.values.sorted { $0.code < $1.code }
      .map { bin in
        STDFBin(
          number: UInt16(bin.code),
          name: bin.name,
          isPassed: ["Pass": true, "Fail": false][bin.quality]
        )
      }
    let starts = wafers.map(\.started).filter { $0 > 0 }.min() ?? 0
    file = STDFFile(
      lot: STDFLot(
        lot: lot,
        product: Tool.name,
        // The only place in which such a file can say so.
        tester: isGenerated ? Self.generated : "",
        program: programs.count == 1 ? String(programs[0].prefix(12)) : "",
        operatorName: operators.count == 1 ? operators[0] : "",
        setUp: starts,
        started: starts,
        finished: wafers.map(\.finished).max() ?? 0
      ),
      layout: layouts.count == 1 ? layouts.values.first : nil,
      tests: tests.tests,
      hardBins: definitions,
      softBins: definitions,
      wafers: wafers
    )
  }

  private static func part(
    _ site: LayoutSite,
    _ grid: SiteGrid,
    _ source: WaferBinSource,
    _ values: STDFValues
  ) -> STDFPart {
    let bin = source.bins["PCU"]?[site.label]
    let quality = source.definitions["PCU"]?.first { $0.code == bin }?.quality
    let place = grid.places[site.label]
    return STDFPart(
      id: site.label,
      x: place.map { Int16(clamping: $0.column) },
      y: place.map { Int16(clamping: $0.row) },
      hardBin: UInt16(bin ?? 0),
      softBin: bin.map { UInt16($0) },
      isPassed: quality.flatMap { ["Pass": true, "Fail": false][$0] },
      results: values.results[site.label] ?? []
    )
  }

  private static func layout(_ source: WaferBinSource) -> STDFWaferLayout {
    let site = source.place.sites.first
    return STDFWaferLayout(
      diameter: Float(source.place.wafer.diameterMm),
      dieHeight: Float(site?.heightUm ?? 0) / 1000,
      dieWidth: Float(site?.widthUm ?? 0) / 1000,
      flat: source.place.wafer.flatMm == nil ? " " : "D"
    )
  }
}

extension UTCTime {
  /// Seconds since 1970 as STDF has them; 0 for what it can't say.
  var unixSeconds: UInt32 { UInt32(exactly: milliseconds / 1000) ?? 0 }
}
