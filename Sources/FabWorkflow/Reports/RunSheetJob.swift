public import FabDiagnostics
import FabReports
import FabStore

/// What `run sheet` does: the sheet that goes with the wafers, filled in as far as the run is recorded.
public struct RunSheetJob {
  /// What the sheet is of.
  public enum Subject: Sendable {
    /// A run of the store.
    case run(String)
    /// A recipe file, for a number of wafers.
    case blank(recipe: String, wafers: Int)
  }

  /// A picture of one page to write; `nil` for none.
  public var svg: String?
  /// A page to write; `nil` for none.
  public var html: String?
  /// Whether existing files may be replaced.
  public var replaces = false
  private let session: StoreSession
  private let subject: Subject

  /// Creates a job.
  public init(session: StoreSession, subject: Subject) {
    self.session = session
    self.subject = subject
  }

  /// Makes the sheet.
  ///
  /// - Throws: A ``DiagnosticError`` if there is no such run or recipe, or a file can't be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    for path in [svg, html] {
      if let path { try SingleFile(path: path).checkFree(replaces: replaces) }
    }
    let sheet = try sheet()
    var remarks = ""
    if let svg {
      try SingleFile(path: svg).write(RunSheetPicture(sheet).svg(), replaces: replaces)
      remarks += "wrote the sheet to \(svg)\n"
    }
    if let html {
      let page = HTMLReport(
        title: "Run sheet \(sheet.run)",
        subtitles: ["\(Tool.name) \(Tool.version)"],
        blocks: [.drawing(RunSheetPicture(sheet).svg(), caption: "the sheet on one page")]
          + sheet.htmlBlocks
      )
      try SingleFile(path: html).write(page.html(), replaces: replaces)
      remarks += "wrote the sheet to \(html)\n"
    }
    return CommandOutput(
      text: remarks.isEmpty ? sheet.text : remarks,
      json: JSONText.encode(RunSheetReport(sheet))
    )
  }

  private func sheet() throws(DiagnosticError) -> RunSheet {
    switch subject {
    case .run(let code):
      return try session.read { (reader) throws(DiagnosticError) in
        RunSheet(try RunRecord(code, from: reader))
      }
    case .blank(let recipe, let wafers):
      guard (1...200).contains(wafers) else {
        throw DiagnosticError(
          Diagnostic(
            .outOfRange,
            at: .argument("--wafers"),
            "a sheet is of 1 to 200 wafers, not \(wafers)"
          )
        )
      }
      return RunSheet(blank: RecipeRegistration(try LoadedRecipe(path: recipe)), wafers: wafers)
    }
  }
}
