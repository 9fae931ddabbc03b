import FabDevices
public import FabDiagnostics
import FabHash
import FabOperators
import FabUnits

/// What `codebook build` does: simulated units of a bench, a layout or a wafer as tables in one file.
public struct CodebookBuildJob {
  private let request: CodebookBuildRequest
  private let files: SharedFiles

  /// The numbers of units that a codebook may be made of.
  static let unitRange = 1...10_000

  /// Creates a job.
  public init(request: CodebookBuildRequest, files: SharedFiles) {
    self.request = request
    self.files = files
  }

  /// Builds and writes the codebook.
  ///
  /// - Returns: What is in it; it isn't clean if an operator that was asked for has no entry.
  /// - Throws: A ``DiagnosticError`` if an input can't be read, no operator has an entry, or the file can't be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let target = SingleFile(path: request.out)
    try target.checkFree(replaces: request.replaces)
    let names = try CodebookOperators.named(request.operators, option: "--operators")
    guard Self.unitRange.contains(request.conditions.units) else {
      throw DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: .argument("--units"),
          "found \(request.conditions.units); expected \(Self.unitRange.lowerBound)...\(Self.unitRange.upperBound)",
          fixes: [
            "take 1000: more units than that change the tables by less than their spread tells"
          ]
        )
      )
    }
    let bench = try request.conditions.bench()
    let grid = CodebookGrid(
      curvePoints: request.curvePoints,
      surfacePoints: request.surfacePoints,
      calibration: request.hasCommonConstants ? .common : .unit
    )
    let source = try CodebookSource(request, files: files)
    var identity = source.identity
    identity.name = request.name ?? Self.name(of: request.out)
    identity.temperatureKelvin = request.conditions.temperature.siValue
    identity.seed = request.conditions.seed
    identity.spread = request.conditions.spread.rawValue
    identity.readoutSpread = bench.readoutSpread
    identity.amplifierOffsetVolt = bench.amplifierOffset
    identity.calibration = grid.calibration
    var entries: [CodebookEntry] = []
    var messages = source.messages + remarks(names)
    var missing: [Diagnostic] = []
    for name in names {
      do throws(OperatorError) {
        guard let placements = try source.placements(of: name) else {
          missing.append(
            Diagnostic(
              .operatorNotPlaced,
              "\(name.rawValue) needs \(name.modes.count) PCUs; the layout has too few that work"
            )
          )
          continue
        }
        let population = UnitPopulation(
          placements: placements,
          law: source.law,
          temperature: request.conditions.temperature,
          seed: request.conditions.seed
        )
        let entry = try name.codebookEntry(
          population: population,
          unitCount: request.conditions.units,
          conditions: bench,
          grid: grid
        )
        entries.append(source.isPlaced ? entry : entry.withoutPlacements)
      } catch {
        if case .device = error { throw error.diagnostic }
        missing += error.diagnostic.diagnostics
      }
    }
    guard !entries.isEmpty else { throw DiagnosticError(missing) }
    messages += missing
    let codebook = Codebook(identity: identity, entries: entries)
    let bytes = CodebookFile.bytes(of: codebook)
    try target.write(bytes, replaces: request.replaces)
    let report = CodebookReport(
      codebook,
      bytes: bytes,
      sha256: ContentHash(of: bytes).hexadecimal,
      file: request.out
    )
    return CommandOutput(
      text: report.text + "\nwrote \(request.out)\n",
      json: JSONText.encode(report),
      messages: messages,
      isClean: missing.isEmpty
    )
  }

  /// Trims that tables don't have.
  private func remarks(_ names: [OperatorName]) -> [Diagnostic] {
    let untrimmed = names.filter { $0 == .vmm || SoftmaxCircuitForm($0) != nil }
    guard request.conditions.trimsGain, !untrimmed.isEmpty else { return [] }
    return [
      Diagnostic(
        .operatorNotStudied,
        severity: .warning,
        at: .argument("--trim"),
        "tables of \(untrimmed.map(\.rawValue).joined(separator: ", ")) are of units before this trim; "
          + "their metric is of units after it"
      )
    ]
  }

  /// The name of a file without folder and ending.
  static func name(of path: String) -> String {
    let last = OutputPath(path).name ?? path
    guard let dot = last.lastIndex(of: "."), dot > last.startIndex else { return last }
    return String(last[..<dot])
  }
}
