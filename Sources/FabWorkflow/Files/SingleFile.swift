import FabDiagnostics
import Foundation

/// Writes one file: beside the target first, then in its place; straight to what is no file, such as `/dev/stdout`.
struct SingleFile {
  let path: String

  /// Writes the bytes.
  ///
  /// - Parameters:
  ///   - bytes: The content.
  ///   - replaces: Whether an existing file may be replaced.
  /// - Throws: A ``DiagnosticError`` with the code `foreign-output` or `not-writable`; nothing has changed then.
  func write(_ bytes: [UInt8], replaces: Bool) throws(DiagnosticError) {
    try checkFree(replaces: replaces)
    if NewFile.isDevice(path) {
      // Renaming would put a file in the place of the device.
      do throws(FileSystemError) {
        try NewFile.write(bytes, toDevice: path)
      } catch {
        throw DiagnosticError(error.diagnostic(.notWritable))
      }
      return
    }
    let target = OutputPath(path)
    let staging = target.beside("writing-\(getpid())")
    do throws(FileSystemError) {
      try NewFile.write(bytes, to: staging)
    } catch {
      throw DiagnosticError(
        FileSystemError(action: error.action, path: path, number: error.number)
          .diagnostic(.notWritable)
      )
    }
    guard rename(staging, path) == 0 else {
      let reason = failure("put the file in place", path)
      unlink(staging)
      throw reason
    }
  }

  /// Throws where the file exists and mustn't be replaced, or the path names none.
  func checkFree(replaces: Bool) throws(DiagnosticError) {
    if !replaces, access(path, F_OK) == 0, !NewFile.isDevice(path) {
      throw DiagnosticError(
        Diagnostic(
          .foreignOutput,
          at: .file(path),
          "the file exists",
          fixes: ["choose another name, or add --force to replace it"]
        )
      )
    }
    let target = OutputPath(path)
    guard target.name != nil, !path.hasSuffix("/") else {
      throw DiagnosticError(
        Diagnostic(
          .notWritable,
          at: .file(path),
          "this is no name of a file",
          fixes: ["name a file, for instance \(target.parent)/picture.svg"]
        )
      )
    }
  }

  private func failure(_ action: String, _ path: String) -> DiagnosticError {
    DiagnosticError(
      FileSystemError(action: action, path: path, number: errno).diagnostic(.notWritable)
    )
  }
}
