import FabDiagnostics
import Foundation

/// A failed call of the file system with its error number.
struct FileSystemError: Error {
  /// What the tool was doing, as in "can't \(action) …".
  let action: String
  /// The file or folder.
  let path: String
  /// The value of `errno`.
  let number: Int32

  /// The message: what failed, why, and what to do.
  func diagnostic(_ code: DiagnosticCode) -> Diagnostic {
    Diagnostic(
      code,
      at: .file(path),
      "can't \(action): \(String(cString: strerror(number)))",
      fixes: remedy(code).map { [$0] } ?? []
    )
  }

  private func remedy(_ code: DiagnosticCode) -> String? {
    let elsewhere = code == .notReadable ? "" : ", or write to another place"
    return switch number {
    case ENOENT: "check the path"
    case EACCES, EPERM: "check the permissions" + elsewhere
    case EROFS: "the file system is read-only; write to another place"
    case ENOSPC, EDQUOT: "free some space, or write to another place"
    case EISDIR: "name a file, not a folder"
    case ENOTDIR: "a part of this path is a file, not a folder"
    default: nil
    }
  }
}
