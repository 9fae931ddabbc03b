public import FabDiagnostics
import FabReports
import FabStore

/// What `report` does: everything that the store knows of a lot, a wafer or a run on one page that stands alone.
public struct ReportJob {
  /// The page; `nil` for none.
  public var out: String?
  /// A folder for the figures as files of their own; `nil` for none.
  public var figures: String?
  /// Whether existing files may be replaced.
  public var replaces = false
  /// The quantities that get pictures, such as `ideality` or `D1.ideality`; empty for all.
  public var characteristics: [String] = []
  private let session: StoreSession
  private let subject: ReportSubject

  /// The file that tells a folder of figures from others.
  private static let listing = "figures.json"

  /// Creates a job.
  public init(session: StoreSession, subject: ReportSubject) {
    self.session = session
    self.subject = subject
  }

  /// Writes the page and the figures.
  ///
  /// - Throws: A ``DiagnosticError`` if there is no such thing, or a place can't be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    if let out { try SingleFile(path: out).checkFree(replaces: replaces) }
    let existing = try checkedFolder()
    let content = try session.read { (reader) throws(DiagnosticError) in
      try ReportContent(
        ReportData(subject, from: reader),
        chosen: characteristics,
        from: reader
      )
    }
    var text = ""
    if let out {
      try SingleFile(path: out).write(content.report.html(), replaces: replaces)
      text +=
        "wrote the report of \(subject.text) with \(content.figures.count) figures to \(out)\n"
    }
    let names = content.figures.map { "\($0.name).svg" }
    if let figures {
      var files = zip(names, content.figures).map { OutputFile(name: $0, bytes: $1.svg) }
      files.append(
        OutputFile(
          name: Self.listing,
          bytes: JSONText.encode(
            zip(names, content.figures).map { ["file": $0, "caption": $1.caption] }
          )
        )
      )
      let written = Set(files.map(\.name))
      try OutputFolder(path: OutputPath(figures).path)
        .replace(with: files, keeping: existing.filter { !written.contains($0) })
      text += "wrote \(names.count) figures to \(figures)\n"
    }
    if content.isGenerated { text += "values were computed by models, not measured\n" }
    return CommandOutput(
      text: text,
      json: JSONText.encode(
        ReportSummary(
          report: out,
          figuresFolder: figures,
          figures: names,
          isGenerated: content.isGenerated
        )
      )
    )
  }

  /// What the folder of figures holds already.
  private func checkedFolder() throws(DiagnosticError) -> [String] {
    guard let figures else { return [] }
    let existing = try OutputFolder(path: OutputPath(figures).path).existingNames() ?? []
    guard existing.isEmpty || replaces || existing.contains(Self.listing) else {
      throw DiagnosticError(
        Diagnostic(
          .foreignOutput,
          at: .file(figures),
          "the folder holds something else than figures of a report",
          fixes: ["choose another folder with --figures, or add --force"]
        )
      )
    }
    return existing
  }
}
