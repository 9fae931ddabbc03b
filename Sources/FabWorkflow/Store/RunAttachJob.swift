public import FabDiagnostics
import FabStore

/// What `run attach` does: a file beside a run or one of its steps; logs of crystal monitors are read.
public struct RunAttachJob {
  /// The step, by number or name; `nil` for the whole run.
  public var step: String?
  /// What the file is.
  public var title: String?
  private let session: StoreSession
  private let code: String
  private let request: MonitorLogRequest

  /// Creates a job.
  public init(session: StoreSession, code: String, request: MonitorLogRequest) {
    self.session = session
    self.code = code
    self.request = request
  }

  /// Attaches.
  ///
  /// - Throws: A ``DiagnosticError`` if there is no such run or step, or a log has rows that can't be read.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let bytes = try InputFile.bytes(at: request.file, limit: InputFile.measurementLimit)
    let log = try log(bytes)
    let name = OutputPath(request.file).name ?? request.file
    let stored = log?.stored ?? StoredFile(name: name, bytes: bytes)
    return try session.change { (writer, moment) throws(DiagnosticError) in
      let run = try writer.reader.named(Run.self, code)
      let plan = try writer.reader.all(RecipeStep.self, where: ["recipe": .text(run.recipe)])
      let planned = try step.map { (step) throws(DiagnosticError) in
        try StepComparison.step(step, of: plan)
      }
      let isNew = try FileAttachment.add(
        stored,
        to: run.code,
        step: planned?.seq,
        title: title ?? (log == nil ? name : "log of the crystal monitor"),
        at: moment,
        with: writer
      )
      var lines = [log?.line ?? "\(name): \(stored.count) bytes, no log of a crystal monitor"]
      if !isNew { lines.append("\(name) was attached before") }
      return StoreRemarks(lines, messages: log?.messages ?? [], isClean: log?.isClean ?? true)
    }
  }

  /// The log, or `nil` for a file of another kind: photographs and notes belong to runs too.
  private func log(_ bytes: [UInt8]) throws(DiagnosticError) -> MonitorLog? {
    do throws(DiagnosticError) {
      return try MonitorLog(request, bytes)
    } catch {
      let isOther = error.diagnostics.allSatisfy {
        [.unknownFormat, .unsupportedContent, .notUTF8, .corruptFile].contains($0.code)
      }
      guard isOther, request.format == nil, request.map == nil else { throw error }
      return nil
    }
  }
}
