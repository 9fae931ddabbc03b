import FabDiagnostics
import FabExchange
import FabStore

/// The bins of one wafer in a file of maps or of test data.
struct MapFileBins {
  /// A bin that the file defines.
  struct Definition {
    let code: Int
    let quality: String?
  }

  /// The format.
  let format: String
  /// The bin of each site, by component.
  private(set) var bins: [String: [String: Int]] = [:]
  /// What the file says of its codes, by component.
  private(set) var definitions: [String: [Definition]] = [:]
  /// What to know of the file.
  private(set) var messages: [Diagnostic] = []

  /// Reads a file.
  ///
  /// - Throws: A ``DiagnosticError`` with what the file's reader refuses, `unknown-reference` if it isn't of that wafer or
  ///   has devices where no site is, `unknown-format` for bytes that are neither XML nor STDF.
  init(
    _ request: MapImportRequest,
    bytes: [UInt8],
    place: WaferSites
  ) throws(DiagnosticError) {
    if Self.isSTDF(bytes) {
      format = "STDF"
      try read(STDF.read(file: request.file, bytes: bytes), request, place)
      return
    }
    let file: BinMapFile
    if Self.isG85(bytes) {
      format = "G85"
      file = try G85.read(file: request.file, bytes: bytes)
    } else {
      format = "E142"
      file = try E142.read(file: request.file, bytes: bytes)
    }
    messages = file.diagnostics
    try read(file.maps, request, place)
  }

  /// FAR is the first record: two bytes long, type 0, subtype 10, in either byte order.
  static func isSTDF(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 4 && (bytes.prefix(2) == [2, 0] || bytes.prefix(2) == [0, 2])
      && bytes[2] == 0 && bytes[3] == 10
  }

  /// The outermost element of G85 is Maps or Map; whatever else it is, the reader of E142 says so.
  private static func isG85(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
    return head.contains("<Maps") || head.contains("<Map>") || head.contains("<Map ")
  }

  // MARK: - Maps

  private mutating func read(
    _ maps: [BinMap],
    _ request: MapImportRequest,
    _ place: WaferSites
  ) throws(DiagnosticError) {
    let own = maps.filter { $0.substrate.id == request.wafer }
    guard !own.isEmpty else {
      throw Self.foreign(maps.map(\.substrate.id), request)
    }
    let nested = try place.grids()
    let known = Set(nested.map(\.layout))
    let grids =
      own.allSatisfy({ known.contains($0.layout) }) ? nested : [try place.grid()]
    let layers: [SiteBins.Layer]
    do throws(DiagnosticError) {
      layers = try SiteBins.layers(of: own, on: grids)
    } catch {
      throw DiagnosticError(error.diagnostics.map { $0.placed(at: .file(request.file)) })
    }
    for layer in layers {
      let component = try component(of: layer.name, count: layers.count, request)
      bins[component, default: [:]].merge(layer.bins) { first, _ in first }
      definitions[component, default: []] += own.filter { $0.name == layer.name }
        .flatMap(\.definitions).map { Definition(code: $0.code, quality: $0.quality?.rawValue) }
    }
  }

  private func component(
    of name: String,
    count: Int,
    _ request: MapImportRequest
  ) throws(DiagnosticError) -> String {
    if name == "BinCodeMap", count == 1 { return request.component }
    if let known = WaferBinSource.component(ofLayer: name) { return known }
    if count == 1 { return request.component }
    throw DiagnosticError(
      Diagnostic(
        .unknownComponent,
        at: .file(request.file),
        "the file has \(count) maps, and '\(StoreCode(name)?.text ?? "…")' is no component",
        notes: [.init("maps are named BinCodeMap, D1, D2, M1 or M2")]
      )
    )
  }

  private static func foreign(_ ids: [String], _ request: MapImportRequest) -> DiagnosticError {
    // Ids were checked by the reader; none of them can hide or end a text.
    var names: [String] = []
    for id in ids where !names.contains(id) { names.append(id) }
    let shown = names.prefix(8).map { "'\($0.prefix(64))'" }.joined(separator: ", ")
    return DiagnosticError(
      Diagnostic(
        .unknownReference,
        at: .file(request.file),
        "the file has no map of '\(request.wafer)'; it has \(shown)",
        fixes: ["name the wafer that the file is of with --wafer"]
      )
    )
  }

  // MARK: - STDF

  private mutating func read(
    _ reading: STDFReading,
    _ request: MapImportRequest,
    _ place: WaferSites
  ) throws(DiagnosticError) {
    messages = reading.diagnostics
    let file = reading.file
    guard let wafer = file.wafers.last(where: { $0.id == request.wafer }) else {
      throw Self.foreign(file.wafers.map { StoreCode($0.id)?.text ?? "…" }, request)
    }
    let byPlace = Dictionary(try place.grid().places.map { ($0.value, $0.key) }) { first, _ in
      first
    }
    let labels = Set(place.sites.map(\.label))
    let tests = Dictionary(
      file.tests.compactMap { test -> (UInt32, String)? in
        guard test.name.hasSuffix(STDFContent.binTest) else { return nil }
        return
          WaferBinSource.component(
            ofLayer: String(test.name.dropLast(STDFContent.binTest.count))
          )
          .map { (test.number, $0) }
      }
    ) { first, _ in first }
    for (index, part) in wafer.parts.enumerated() {
      let position = part.x.flatMap { x in
        part.y.map { GridPlace(column: Int(x), row: Int($0)) }
      }
      guard
        let site = labels.contains(part.id) ? part.id : position.flatMap({ byPlace[$0] })
      else {
        throw DiagnosticError(
          Diagnostic(
            .unknownReference,
            at: .file(request.file),
            "part \(index + 1) of '\(request.wafer)', '\(StoreCode(part.id)?.text ?? "…")', is no site of its layout"
              + NearMiss.question(for: part.id, among: labels.sorted())
          )
        )
      }
      let code = part.softBin ?? part.hardBin
      // A part that was retested stands twice; the later one counts.
      bins[request.component, default: [:]][site] = Int(code)
      for result in part.results {
        guard let component = tests[result.test], let value = result.value,
          let code = Int(exactly: value)
        else { continue }
        bins[component, default: [:]][site] = code
      }
    }
    let defined = file.softBins.isEmpty ? file.hardBins : file.softBins
    definitions[request.component] = defined.map {
      Definition(code: Int($0.number), quality: $0.isPassed.map { $0 ? "Pass" : "Fail" })
    }
  }
}

extension Diagnostic {
  /// The message at a place, if it has none.
  fileprivate func placed(at place: Place) -> Diagnostic {
    guard self.place == nil else { return self }
    return Diagnostic(
      code,
      severity: severity,
      at: place,
      summary,
      notes: notes,
      fixes: fixes
    )
  }
}
