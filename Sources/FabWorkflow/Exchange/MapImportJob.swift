public import FabDiagnostics
import FabHash
import FabStore

/// What `yield import` does: the bins of a map become a new binning of a wafer, the file's bytes kept with them.
public struct MapImportJob {
  private let session: StoreSession
  private let request: MapImportRequest
  private let files: SharedFiles

  private static let parser = "bin map"
  /// The version of what this reader makes of a file.
  private static let version = 1

  /// Creates a job.
  public init(session: StoreSession, request: MapImportRequest, files: SharedFiles) {
    self.session = session
    self.request = request
    self.files = files
  }

  /// Imports.
  ///
  /// - Returns: What was stored; a file that was imported before is no change.
  /// - Throws: A ``DiagnosticError`` with what the file's reader refuses, and every bin or site that isn't known.
  public func run() throws(DiagnosticError) -> CommandOutput {
    guard WaferBinSource.components.contains(request.component) else {
      throw DiagnosticError(
        Diagnostic(
          .unknownComponent,
          at: .argument("--component"),
          "there is no component '\(StoreCode(request.component)?.text ?? "…")'",
          fixes: ["name one of \(WaferBinSource.components.joined(separator: ", "))"]
        )
      )
    }
    return try session.change { (_) throws(DiagnosticError) in
      let bytes = try InputFile.bytes(at: request.file, limit: InputFile.measurementLimit)
      return (
        bytes, StoredFile(name: OutputPath(request.file).name ?? request.file, bytes: bytes),
        try request.rules.map { (path) throws(DiagnosticError) in try LoadedBinRules(path: path) }
      )
    } body: { (writer, moment, prepared) throws(DiagnosticError) in
      let (bytes, file, rules) = prepared
      return try store(file, bytes, rules, with: writer, at: moment)
    }
  }

  private func store(
    _ file: StoredFile,
    _ bytes: [UInt8],
    _ named: LoadedBinRules?,
    with writer: StoreWriter,
    at moment: UTCTime
  ) throws(DiagnosticError) -> StoreRemarks {
    let reader = writer.reader
    let place = try WaferSites(of: request.wafer, from: reader)
    let hash = file.hash.hexadecimal
    let target =
      request.component == "PCU" ? request.wafer : "\(request.wafer) \(request.component)"
    if let known = try reader.importRecord(ofFile: hash, parser: Self.parser, target: target) {
      return StoreRemarks([
        "\(request.file) was imported before, on \(known.importedAt.day) by \(known.actor)"
      ])
    }
    let map = try MapFileBins(request, bytes: bytes, place: place)
    let (ruleset, definitions) = try rules(named, writer)
    try check(map, against: definitions)
    let sites = Dictionary(place.sites.map { ($0.label, $0.id) }) { first, _ in first }
    var results: [BinResult] = []
    for (component, bins) in map.bins.sorted(by: { $0.key < $1.key }) {
      for (site, code) in bins.sorted(by: { $0.key < $1.key }) {
        guard let number = sites[site] else { continue }
        results.append(
          BinResult(
            wafer: request.wafer,
            pass: 0,
            component: component,
            site: number,
            ruleset: ruleset,
            code: code,
            reason: "from \(map.format) \(hash.prefix(12))"
          )
        )
      }
    }
    try writer.keep(file)
    _ = try writer.addImport(
      ImportRecord(
        id: 0,
        sourceFile: hash,
        parser: Self.parser,
        parserVersion: Self.version,
        target: target,
        importedAt: writer.now,
        actor: writer.actor,
        rowsRead: results.count,
        rowsStored: results.count,
        rowsRefused: 0
      )
    )
    let pass = try writer.addBins(
      results,
      wafer: request.wafer,
      origin: "\(map.format) \(file.name) \(hash.prefix(12))",
      at: moment
    )
    return StoreRemarks(
      [
        "\(request.file): \(results.count) bins of \(map.bins.keys.sorted().joined(separator: ", ")) "
          + "on \(request.wafer) from \(map.format), binning \(pass)"
      ],
      messages: map.messages
    )
  }

  /// The rules that say what bins mean: those that were named, those of the wafer's last binning, or the tool's own.
  private func rules(
    _ named: LoadedBinRules?,
    _ writer: StoreWriter
  ) throws(DiagnosticError) -> (String, [BinDefinition]) {
    let reader = writer.reader
    if named == nil,
      let last = try reader.all(BinPass.self, where: ["wafer": .text(request.wafer)]).last,
      let ruleset = try reader
        .all(
          BinResult.self,
          where: ["wafer": .text(request.wafer), "pass": .integer(Int64(last.pass))]
        )
        .first?
        .ruleset
    {
      return (
        ruleset, try reader.all(BinDefinition.self, where: ["ruleset": .text(ruleset)])
      )
    }
    let rules: LoadedBinRules
    if let named { rules = named } else { rules = try LoadedBinRules(path: files.binRules(nil)) }
    try writer.keep(rules.entry, bins: rules.definitions)
    return (rules.entry.sha256, rules.definitions)
  }

  /// Refuses bins that the rules don't have, or mean otherwise.
  private func check(
    _ map: MapFileBins,
    against definitions: [BinDefinition]
  ) throws(DiagnosticError) {
    var errors: [Diagnostic] = []
    for (component, bins) in map.bins.sorted(by: { $0.key < $1.key }) {
      let known = definitions.filter { $0.component == component }
      let codes = Set(known.map(\.code))
      let strange = Set(bins.values).subtracting(codes).sorted()
      if !strange.isEmpty {
        let counts = strange.prefix(8)
          .map { code in "\(code) (\(bins.values.count { $0 == code }) sites)" }
        errors.append(
          Diagnostic(
            .unknownReference,
            at: .file(request.file),
            "\(component) has bins that the rules don't have: \(counts.joined(separator: ", "))",
            notes: [
              .init(
                "they have \(known.map { "\($0.code) \($0.name)" }.joined(separator: ", "))"
              )
            ],
            fixes: ["name the rules that the map was made by with --rules FILE"]
          )
        )
      }
      for stated in map.definitions[component] ?? [] {
        guard let quality = stated.quality,
          let own = known.first(where: { $0.code == stated.code }), own.quality != quality,
          bins.values.contains(stated.code)
        else { continue }
        errors.append(
          Diagnostic(
            .conflictingEntry,
            at: .file(request.file),
            "bin \(stated.code) of \(component) is \(quality) in the file and \(own.quality) by the rules",
            fixes: ["name the rules that the map was made by with --rules FILE"]
          )
        )
      }
    }
    guard errors.isEmpty else { throw DiagnosticError(errors) }
  }
}
