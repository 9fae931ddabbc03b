import FabDiagnostics
import FabHash
import FabStore

/// Files that belong to a run or to one of its steps.
enum FileAttachment {
  /// Keeps a file and attaches it; one that is attached already is left as it is.
  ///
  /// - Returns: Whether it is new.
  @discardableResult
  static func add(
    _ file: StoredFile,
    to run: String,
    step: Int?,
    title: String,
    at moment: UTCTime,
    with writer: StoreWriter
  ) throws(DiagnosticError) -> Bool {
    let entity = step == nil ? Run.table : RunStep.table
    let code = step.map { "\(run)/\($0)" } ?? run
    let hash = file.hash.hexadecimal
    guard
      try writer.reader.find(Attachment.self, .text(entity), .text(code), .text(hash)) == nil
    else { return false }
    try writer.keep(file)
    return try writer.add(
      Attachment(entity: entity, code: code, sourceFile: hash, title: title, at: moment)
    )
  }
}
