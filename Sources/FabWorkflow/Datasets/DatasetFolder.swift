import FabDiagnostics
import Foundation

/// The names in a folder of a data set.
enum DatasetFolder {
  /// The largest file of scenes or questions that is read: 1 GB; the largest of CLEVR v1.0 has 0.7 GB.
  static let tableLimit = 1_000_000_000
  /// The largest picture file that is read: 64 MB.
  static let imageLimit = 64_000_000

  /// Returns the names in a folder, sorted, without those that begin with a point.
  ///
  /// - Throws: A ``DiagnosticError`` with the code `not-readable`.
  static func names(in path: String) throws(DiagnosticError) -> [String] {
    guard InputFile.isFolder(path) else {
      let exists = FileManager.default.fileExists(atPath: path)
      throw DiagnosticError(
        Diagnostic(
          .notReadable,
          at: .file(path),
          exists ? "this is a file; expected a folder" : "the folder isn't there",
          fixes: ["name the folder of the data set as it was unpacked"]
        )
      )
    }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
        .filter { !$0.hasPrefix(".") }.sorted()
    } catch {
      throw DiagnosticError(
        FileSystemError(action: "look into the folder", path: path, number: EACCES)
          .diagnostic(.notReadable)
      )
    }
  }
}
