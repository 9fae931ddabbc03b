public import FabDiagnostics
import FabHash
import FabMetrology
import FabOperators

/// What `codebook import` does: measured curves of one operator's units as a codebook.
public struct CodebookImportJob {
  private let request: CodebookImportRequest

  /// Creates a job.
  public init(request: CodebookImportRequest) {
    self.request = request
  }

  /// Reads the curves and writes the codebook.
  ///
  /// - Returns: What is in it.
  /// - Throws: A ``DiagnosticError`` for a file with a defect, each with its place, and if a file can't be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let target = SingleFile(path: request.out)
    try target.checkFree(replaces: request.replaces)
    let name = try OperatorSelection.named(request.operation, at: .argument("--operator"))
    guard MeasuredResponse.operators.contains(name) else {
      let known = MeasuredResponse.operators.map(\.rawValue).joined(separator: ", ")
      throw DiagnosticError(
        Diagnostic(
          .unknownOperator,
          at: .argument("--operator"),
          "measured curves of \(name.rawValue) aren't taken: it isn't a function of one input",
          notes: [.init("the operators are \(known)")]
        )
      )
    }
    let bytes = try InputFile.bytes(at: request.file, limit: InputFile.measurementLimit)
    let table = try ResponseTable.read(name: request.file, bytes: bytes)
    try check(table, name)
    var labels: [String] = []
    var curves: [String: [(input: Double, output: Double)]] = [:]
    for point in table.points {
      if curves[point.unit] == nil { labels.append(point.unit) }
      curves[point.unit, default: []].append((point.input, point.output))
    }
    let response: MeasuredResponse
    do throws(CodebookError) {
      response = try MeasuredResponse(of: name, curves: labels.map { curves[$0] ?? [] })
    } catch {
      throw error.diagnostic(at: .file(request.file))
    }
    var identity = CodebookIdentity(
      name: request.name ?? CodebookBuildJob.name(of: request.out),
      source: .measured
    )
    identity.lot = request.lot
    if !request.wafer.isEmpty { identity.wafer = request.wafer }
    identity.temperatureKelvin = request.temperatureKelvin
    identity.measuredHash = ContentHash(of: bytes).hexadecimal
    if let path = request.recipe {
      let recipe = try LoadedRecipe(path: path)
      identity.recipe = recipe.name
      identity.recipeHash = recipe.hash.hexadecimal
    }
    let codebook = Codebook(identity: identity, entries: [response.entry])
    let written = CodebookFile.bytes(of: codebook)
    try target.write(written, replaces: request.replaces)
    let report = CodebookReport(
      codebook,
      bytes: written,
      sha256: ContentHash(of: written).hexadecimal,
      file: request.out
    )
    return CommandOutput(
      text: report.text + "\nwrote \(request.out)\n",
      json: JSONText.encode(report),
      messages: remarks(response, labels.count)
    )
  }

  private func remarks(_ response: MeasuredResponse, _ unitCount: Int) -> [Diagnostic] {
    var messages: [Diagnostic] = []
    if response.repeatedInputs == 0 {
      messages.append(
        Diagnostic(
          .noMeasurement,
          severity: .note,
          at: .file(request.file),
          "no input of a unit was read twice: the spread of readings is taken for zero"
        )
      )
    }
    if unitCount == 1 {
      messages.append(
        Diagnostic(
          .noMeasurement,
          severity: .warning,
          at: .file(request.file),
          "one unit says nothing of how units differ: the spread is zero",
          fixes: ["measure several units and name them in a column 'unit'"]
        )
      )
    }
    return messages
  }

  /// Holds the units of the columns against what the operator takes and gives.
  private func check(
    _ table: ResponseTable,
    _ name: OperatorName
  ) throws(DiagnosticError) {
    let isElectrical = MeasuredResponse.isElectrical(name)
    let expected: (ResponseTable.Quantity, ResponseTable.Quantity) =
      isElectrical ? (.voltage, .current) : (.number, .number)
    guard (table.input, table.output) != expected else { return }
    let isMissing = isElectrical && (table.input == .number || table.output == .number)
    throw DiagnosticError(
      Diagnostic(
        isMissing ? .missingUnit : .wrongDimension,
        at: .file(request.file),
        "the columns are \(table.input.rawValue) and \(table.output.rawValue); "
          + "\(name.rawValue) needs \(expected.0.rawValue) and \(expected.1.rawValue)",
        fixes: [
          isElectrical
            ? "write the header 'input (V),output (A),unit'"
            : "write the header 'input,output,unit'"
        ]
      )
    )
  }
}
