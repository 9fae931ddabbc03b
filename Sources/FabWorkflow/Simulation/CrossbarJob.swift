import FabCircuit
public import FabDiagnostics

/// What `simulate crossbar` does: what the resistance of lines costs an array, with or without selectors.
public struct CrossbarJob {
  private let request: CrossbarRequest
  private let files: OutputChoice

  /// Creates a job.
  public init(request: CrossbarRequest, files: OutputChoice) {
    self.request = request
    self.files = files
  }

  /// The most cells of an array.
  static let cellLimit = 4_000_000

  /// Solves the array.
  ///
  /// - Returns: The report.
  /// - Throws: A ``DiagnosticError`` if a value makes no sense or a file can't be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try files.check()
    guard request.rows <= Self.cellLimit / max(1, request.columns) else {
      throw DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: .argument("--rows"),
          "\(request.rows) x \(request.columns) cells; at most \(Self.cellLimit) are solved",
          fixes: ["choose fewer rows or columns"]
        )
      )
    }
    let asked = try request.study()
    let study: CrossbarStudy
    do throws(CrossbarError) {
      study = try CrossbarStudy(asked)
    } catch {
      throw error.diagnostic
    }
    let report = CrossbarReport(study)
    var text = CrossbarText(report: report).description
    text += try files.write(
      svg: { CrossbarPicture(study).svg() },
      csv: { Self.table(study) }
    )
    return CommandOutput(
      text: text,
      json: JSONText.encode(report),
      messages: [],
      isClean: true
    )
  }

  private static func table(_ study: CrossbarStudy) -> [UInt8] {
    var text = "column,idealAmpere,outputAmpere,relativeError\n"
    for column in study.outputs.indices {
      text +=
        "\(column + 1),\(study.idealOutputs[column]),\(study.outputs[column]),"
        + "\(study.relativeErrors[column])\n"
    }
    return Array(text.utf8)
  }
}
