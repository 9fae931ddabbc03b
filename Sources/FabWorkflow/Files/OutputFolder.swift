public import FabDiagnostics
import Foundation

/// Writes a whole folder at once: all of it or nothing.
///
/// The files are written to a folder beside the target, brought to the disk with `fsync`, and put in place
/// by renaming. A failure leaves the target as it was and removes what was written beside it.
public struct OutputFolder: Sendable {
  /// The path of the folder.
  public let path: String

  /// Creates a writer for a folder that needn't exist.
  public init(path: String) {
    self.path = path
  }

  /// The names of the files in the folder, sorted; `nil` where there is no folder.
  public func existingNames() throws(DiagnosticError) -> [String]? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw failure("look into the folder", path)
    }
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    } catch {
      throw DiagnosticError(
        FileSystemError(action: "look into the folder", path: path, number: ENOTDIR)
          .diagnostic(.notWritable)
      )
    }
  }

  /// Replaces the content of the folder.
  ///
  /// - Parameters:
  ///   - files: The new content.
  ///   - keeping: Names of existing files that stay.
  /// - Throws: A ``DiagnosticError`` with the code `not-writable`; nothing has changed then.
  public func replace(with files: [OutputFile], keeping: [String] = []) throws(DiagnosticError) {
    let parent = (path as NSString).deletingLastPathComponent
    try makeFolders(parent.isEmpty ? "." : parent)
    let mark = "\(getpid())"
    let name = (path as NSString).lastPathComponent
    let base = parent.isEmpty ? "" : parent + "/"
    let staging = "\(base).\(name).writing-\(mark)"
    let retired = "\(base).\(name).replaced-\(mark)"
    guard mkdir(staging, 0o777) == 0 else { throw failure("create the folder", staging) }
    do throws(DiagnosticError) {
      for file in files { try write(file, in: staging) }
      for kept in keeping {
        guard link("\(path)/\(kept)", "\(staging)/\(kept)") == 0 else {
          throw failure("keep the file", "\(path)/\(kept)")
        }
      }
      try synchronize(staging)
      let isNew = access(path, F_OK) != 0
      if !isNew, rename(path, retired) != 0 { throw failure("replace the folder", path) }
      guard rename(staging, path) == 0 else {
        let reason = failure("put the folder in place", path)
        if !isNew { _ = rename(retired, path) }
        throw reason
      }
      try synchronize(parent.isEmpty ? "." : parent)
    } catch {
      removeFolder(staging)
      throw error
    }
    removeFolder(retired)
  }

  private func write(_ file: OutputFile, in folder: String) throws(DiagnosticError) {
    do throws(FileSystemError) {
      try NewFile.write(file.bytes, to: "\(folder)/\(file.name)")
    } catch {
      throw DiagnosticError(error.diagnostic(.notWritable))
    }
  }

  /// Brings the entries of a folder to the disk.
  private func synchronize(_ folder: String) throws(DiagnosticError) {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open the folder", folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure("bring the folder to the disk", folder) }
  }

  private func makeFolders(_ folder: String) throws(DiagnosticError) {
    var current = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      current += (current.isEmpty || current.hasSuffix("/") ? "" : "/") + part
      guard mkdir(current, 0o777) == 0 || errno == EEXIST || access(current, F_OK) == 0 else {
        throw failure("create the folder", current)
      }
    }
  }

  private func removeFolder(_ folder: String) {
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func failure(_ action: String, _ path: String) -> DiagnosticError {
    DiagnosticError(
      FileSystemError(action: action, path: path, number: errno).diagnostic(.notWritable)
    )
  }
}
