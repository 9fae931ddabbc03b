import FabDiagnostics
import Foundation

/// Writes one file: beside the target first, then in its place.
struct SingleFile {
  let path: String

  /// Writes the bytes.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - replaces: Whether an existing file may be replaced.
  /// - Throws: A ``DiagnosticError`` with the code `foreign-output` or `not-writable`; nothing has changed then.
  func write(_ bytes: [UInt8], replaces: Bool) throws(DiagnosticError) {
    if !replaces, access(path, F_OK) == 0 {
      throw DiagnosticError(
        Diagnostic(
          .foreignOutput,
          at: .file(path),
          "the file exists",
          fixes: ["choose another name, or add --force to replace it"]
        )
      )
    }
    let folder = (path as NSString).deletingLastPathComponent
    let name = (path as NSString).lastPathComponent
    let staging = (folder.isEmpty ? "" : folder + "/") + ".\(name).writing-\(getpid())"
    do throws(FileSystemError) {
      try NewFile.write(bytes, to: staging)
    } catch {
      throw DiagnosticError(error.diagnostic(.notWritable))
    }
    guard rename(staging, path) == 0 else {
      let reason = failure("put the file in place", path)
      unlink(staging)
      throw reason
    }
  }

  private func failure(_ action: String, _ path: String) -> DiagnosticError {
    DiagnosticError(
      FileSystemError(action: action, path: path, number: errno).diagnostic(.notWritable)
    )
  }
}
