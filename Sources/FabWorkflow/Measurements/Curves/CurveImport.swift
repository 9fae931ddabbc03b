import FabDiagnostics
import FabHash
import FabMetrology
import FabStore

/// Curves of files into the store: numbers as sets of values, the bytes beside them.
struct CurveImport {
  /// A file with its bytes ready to be kept.
  struct Source {
    let file: InstrumentFile
    let stored: StoredFile
  }

  /// A curve with the numbers that it gave.
  private struct Curve {
    let source: Source
    /// Which of the file's curves, from 1.
    let part: Int
    let names: [String]
    var evaluation: CurveEvaluation
  }

  let request: MeasurementImportRequest
  private let curves: [Curve]
  private let methods: CurveMethods
  private let component: String
  private let sources: [Source]

  /// The version of what curves give.
  private static let readerVersion = 1

  /// Evaluates the curves of files.
  ///
  /// - Throws: A ``DiagnosticError`` if a file holds something else than curves, rows are refused, or a component is missing.
  init(_ sources: [Source], request: MeasurementImportRequest) throws(DiagnosticError) {
    self.request = request
    self.sources = sources
    methods = try CurveMethods(request.renamed)
    component = try Self.component(of: sources, request)
    var curves: [Curve] = []
    for source in sources {
      let refused = source.file.refusedCount
      if refused > 0, !request.skipsRefused {
        throw DiagnosticError(
          RowRefusal.refusingFile(source.file.messages) + [
            Diagnostic(
              .malformedRow,
              at: .file(source.file.name),
              refused == 1
                ? "a row can't be read, so nothing was stored"
                : "\(refused) rows can't be read, so nothing was stored",
              fixes: ["correct them, or leave them out with --skip-refused"]
            )
          ]
        )
      }
      let found = try Self.evaluations(source.file, component, request.settings)
      let file = OutputPath(source.file.name).name ?? ""
      // A site's name has dots too: the name without an ending comes second.
      let stem = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
      for (index, curve) in found.enumerated()
      where request.curve == nil || request.curve == index + 1 {
        curves.append(
          Curve(
            source: source,
            part: index + 1,
            names: [curve.name] + (found.count == 1 ? [file, stem] : []),
            evaluation: curve.evaluation
          )
        )
      }
      if let curve = request.curve, curve > found.count {
        throw DiagnosticError(
          Diagnostic(
            .outOfRange,
            at: .argument("--curve"),
            "\(source.file.name) has \(found.count) curves, no curve \(curve)"
          )
        )
      }
    }
    self.curves = curves
  }

  /// Stores what isn't stored yet.
  func store(
    with writer: StoreWriter,
    measuredAt moment: UTCTime
  ) throws(DiagnosticError) -> StoreRemarks {
    guard let code = request.wafer else {
      throw DiagnosticError(
        Diagnostic(
          .missingKey,
          at: .argument("--wafer"),
          "a curve doesn't say which wafer was measured",
          fixes: ["say it with --wafer"]
        )
      )
    }
    let wafer = try writer.reader.named(Wafer.self, code)
    if let run = request.run { _ = try writer.reader.named(Run.self, run) }
    if let equipment = request.equipment {
      _ = try writer.reader.named(Equipment.self, equipment)
    }
    let places = try CurveSites(
      of: curves.map(\.names),
      request: request,
      wafer: wafer,
      from: writer.reader
    )
    var remarks = StoreRemarks()
    var fresh: [(curve: Curve, site: CurveSites.Site)] = []
    var targets: [(source: Source, target: String, count: Int)] = []
    for source in sources {
      let own = zip(curves, places.sites)
        .filter { $0.0.source.stored.hash == source.stored.hash }
      let target = target(own.map(\.1), own.map(\.0.part))
      guard !targets.contains(where: { $0.source.stored.hash == source.stored.hash }) else {
        continue
      }
      if let known = try writer.reader.importRecord(
        ofFile: source.stored.hash.hexadecimal,
        parser: source.file.format,
        target: target
      ) {
        remarks.lines.append(
          "\(source.file.name) was imported before, on \(known.importedAt.day) by \(known.actor)"
        )
        continue
      }
      let new = try own.map { (curve, site) throws(DiagnosticError) in
        (try unstored(curve, site, wafer.code, writer.reader), site)
      }
      fresh += new
      targets.append((source, target, new.reduce(0) { $0 + $1.0.evaluation.values.count }))
    }
    guard !fresh.isEmpty else { return remarks }
    try methods.prepare(
      fresh.flatMap(\.curve.evaluation.values),
      of: targets[0].source.file.name,
      with: writer
    )
    var number: Int64?
    for (source, target, count) in targets {
      try writer.keep(source.stored)
      let entry = try writer.addImport(record(source, target, count, writer))
      number = number ?? entry
    }
    try add(fresh, to: wafer.code, at: moment, by: number, with: writer)
    remarks.lines += fresh.flatMap { lines($0.curve, $0.site) }
    remarks.messages += sources.flatMap(\.file.messages)
    remarks.messages += fresh.flatMap(\.curve.evaluation.messages)
    let values = fresh.flatMap(\.curve.evaluation.values)
    remarks.isClean =
      sources.allSatisfy { $0.file.refusedCount == 0 }
      && !values.contains { $0.flags.contains(.fitFailed) }
    return remarks
  }

  /// The curve without the numbers that an earlier import took from it.
  private func unstored(
    _ curve: Curve,
    _ site: CurveSites.Site,
    _ wafer: String,
    _ reader: StoreReader
  ) throws(DiagnosticError) -> Curve {
    let uses = try reader.curveUses(ofFile: curve.source.stored.hash.hexadecimal)
    var curve = curve
    curve.evaluation.values.removeAll { value in
      uses.contains(
        CurveUse(
          wafer: wafer,
          characteristic: methods.code(value.characteristic),
          component: component,
          part: curve.part,
          site: site.number,
          xUm: site.x,
          yUm: site.y
        )
      )
    }
    return curve
  }

  private func add(
    _ fresh: [(curve: Curve, site: CurveSites.Site)],
    to wafer: String,
    at moment: UTCTime,
    by number: Int64?,
    with writer: StoreWriter
  ) throws(DiagnosticError) {
    var order: [StandardCharacteristic] = []
    var sets: [StandardCharacteristic: [(value: MeasuredValue, curve: Curve)]] = [:]
    for (curve, site) in fresh {
      for value in curve.evaluation.values {
        if sets[value.characteristic] == nil { order.append(value.characteristic) }
        let measured = MeasuredValue(
          site: site.number,
          xUm: site.x,
          yUm: site.y,
          value: value.value,
          u: value.u,
          flags: value.flags
        )
        sets[value.characteristic, default: []].append((measured, curve))
      }
    }
    let headers = order.map { characteristic in
      (
        header: MeasurementSet(
          id: 0,
          wafer: wafer,
          characteristic: methods.code(characteristic),
          component: component,
          run: request.run,
          equipment: request.equipment,
          measuredAt: moment,
          operatorName: writer.actor,
          generated: request.isGenerated ? 1 : 0,
          n: 0,
          missing: 0,
          digest: 0
        ),
        values: (sets[characteristic] ?? []).map(\.value)
      )
    }
    guard let range = try writer.addMeasurements(headers, import: number) else { return }
    var kept: [CurveSource] = []
    for (offset, characteristic) in order.enumerated() {
      for (index, item) in (sets[characteristic] ?? []).enumerated() {
        kept.append(
          CurveSource(
            measurement: range.lowerBound + Int64(offset),
            n: index + 1,
            kind: item.curve.source.file.format,
            sourceFile: item.curve.source.stored.hash.hexadecimal,
            part: item.curve.part
          )
        )
      }
    }
    try writer.addCurves(kept)
  }

  // MARK: - Curves

  private static func evaluations(
    _ file: InstrumentFile,
    _ component: String,
    _ settings: CurveSettings
  ) throws(DiagnosticError) -> [(name: String, evaluation: CurveEvaluation)] {
    switch file.content {
    case .spectra(let spectra):
      let reader = SpectrumValues(settings: settings)
      return try spectra.map { (spectrum) throws(DiagnosticError) in
        (name: spectrum.name, evaluation: try reader.values(of: spectrum, name: file.name))
      }
    case .scans(let scans):
      let reader = ScanValues(settings: settings)
      return scans.map { scan in
        (name: scan.name, evaluation: reader.values(of: scan, name: file.name))
      }
    case .sweeps(let sweeps):
      return try sweeps.map { (sweep) throws(DiagnosticError) in
        (name: "", evaluation: try values(of: sweep, component, settings))
      }
    case .logs:
      throw DiagnosticError(
        Diagnostic(
          .unsupportedContent,
          at: .file(file.name),
          "a crystal monitor's log belongs to a run, not to a wafer",
          fixes: ["attach it with 'pcu-fab run attach RUN FILE'"]
        )
      )
    case .table:
      throw DiagnosticError(
        Diagnostic(
          .unsupportedContent,
          at: .file(file.name),
          "a table of sites is imported alone",
          fixes: ["import it with a command of its own"]
        )
      )
    }
  }

  private static func values(
    of sweep: IVRecord,
    _ component: String,
    _ settings: CurveSettings
  ) throws(DiagnosticError) -> CurveEvaluation {
    switch ComponentName(rawValue: component) {
    case .multistate?: MemristorCurveValues(settings: settings).multistate(sweep)
    case .binary?: MemristorCurveValues(settings: settings).binary(sweep)
    case .diode1?, .diode2?, nil: try DiodeCurveValues(settings: settings).values(of: sweep)
    }
  }

  private static func component(
    of sources: [Source],
    _ request: MeasurementImportRequest
  ) throws(DiagnosticError) -> String {
    let known = ComponentName.allCases.map(\.rawValue)
    if let component = request.component {
      guard known.contains(component) else {
        throw DiagnosticError(
          Diagnostic(
            .unknownComponent,
            at: .argument("--component"),
            "a PCU has no component '\(component)'"
              + NearMiss.question(for: component, among: known),
            fixes: ["name one of \(known.joined(separator: ", "))"]
          )
        )
      }
      return component
    }
    let sweep = sources.first { source in
      if case .sweeps = source.file.content { true } else { false }
    }
    if let sweep {
      throw DiagnosticError(
        Diagnostic(
          .missingKey,
          at: .argument("--component"),
          "\(sweep.file.name) has current-voltage curves; of which component isn't known",
          fixes: ["name it with --component: \(known.joined(separator: ", "))"]
        )
      )
    }
    return ""
  }

  // MARK: - Records

  /// What a file was read for: the same file for another place or under another name is another import.
  private func target(_ sites: [CurveSites.Site], _ parts: [Int]) -> String {
    let places = zip(sites, parts).map { "\($0.label)#\($1)" }.joined(separator: ",")
    return "\(request.wafer ?? "")/\(component)@\(places)\(methods.text)"
  }

  private func record(
    _ source: Source,
    _ target: String,
    _ count: Int,
    _ writer: StoreWriter
  ) -> ImportRecord {
    let reasons = source.file.messages
    return ImportRecord(
      id: 0,
      sourceFile: source.stored.hash.hexadecimal,
      parser: source.file.format,
      parserVersion: Self.readerVersion,
      target: target,
      importedAt: writer.now,
      actor: writer.actor,
      rowsRead: count + source.file.refusedCount,
      rowsStored: count,
      rowsRefused: source.file.refusedCount,
      report: reasons.isEmpty ? nil : .list(reasons.map { .text($0.line) })
    )
  }

  private func lines(_ curve: Curve, _ site: CurveSites.Site) -> [String] {
    curve.evaluation.values.map { value in
      let unit = value.characteristic.unit == "1" ? "" : " \(value.characteristic.unit)"
      var text = "\(site.label) \(component.isEmpty ? "" : "\(component).")"
      text += methods.code(value.characteristic) + ": "
      if let number = value.value {
        text += EngineeringText.plain(number, digits: 6) + unit
        if let u = value.u { text += ", u \(EngineeringText.plain(u, digits: 2))\(unit)" }
      } else {
        text += "no value"
      }
      return value.flags.isEmpty ? text : "\(text) (\(value.flags.text))"
    }
  }
}
