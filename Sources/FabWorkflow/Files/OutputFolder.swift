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
  ///
  /// - Throws: A ``DiagnosticError`` with the code `not-writable` if it can't be looked into or replaced.
  public func existingNames() throws(DiagnosticError) -> [String]? {
    _ = try resolved()
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
  ///   - keeping: Names of existing files and folders that stay.
  /// - Throws: A ``DiagnosticError`` with the code `not-writable`; nothing has changed then.
  public func replace(with files: [OutputFile], keeping: [String] = []) throws(DiagnosticError) {
    let target = try resolved()
    let created = try makeFolders(target.parent)
    let mark = "\(getpid())"
    let staging = target.beside("writing-\(mark)")
    let retired = target.beside("replaced-\(mark)")
    var moved: [String] = []
    do throws(DiagnosticError) {
      guard mkdir(staging, 0o777) == 0 else { throw failure("create the folder", path) }
      for file in files { try write(file, in: staging) }
      for kept in keeping where link("\(target.path)/\(kept)", "\(staging)/\(kept)") != 0 {
        // Folders have no second name; they move, as do files where the file system knows no links.
        guard rename("\(target.path)/\(kept)", "\(staging)/\(kept)") == 0 else {
          throw failure("keep the file", "\(target.path)/\(kept)")
        }
        moved.append(kept)
      }
      try synchronize(staging)
      try swap(staging, with: target.path, retired: retired)
      moved = []
      try synchronize(target.parent)
    } catch {
      let isBack = moved.allSatisfy { rename("\(staging)/\($0)", "\(target.path)/\($0)") == 0 }
      if isBack { removeFolder(staging) }
      for folder in created.reversed() { rmdir(folder) }
      throw error
    }
    removeFolder(retired)
  }

  /// The folder itself where the path is a symbolic link to it.
  private func resolved() throws(DiagnosticError) -> OutputPath {
    let target = OutputPath(path)
    guard target.name != nil else {
      throw DiagnosticError(
        path.isEmpty
          ? Diagnostic(
            .notWritable,
            at: .argument("--out"),
            "the name of the output folder is empty",
            fixes: ["name a folder, for instance --out masks"]
          )
          : Diagnostic(
            .notWritable,
            at: .file(path),
            "this folder can't be replaced as a whole",
            fixes: ["name a folder in it with --out, for instance --out \(target.path)/masks"]
          )
      )
    }
    guard let pointer = realpath(target.path, nil) else { return target }
    defer { free(pointer) }
    let real = String(cString: pointer)
    // The name that the user knows is kept where it is no link.
    return OutputPath(real).name == target.name ? target : OutputPath(real)
  }

  /// Puts the new folder in the place of the old one.
  private func swap(
    _ staging: String,
    with path: String,
    retired: String
  ) throws(DiagnosticError) {
    let isNew = access(path, F_OK) != 0
    if !isNew, rename(path, retired) != 0 { throw failure("replace the folder", path) }
    guard rename(staging, path) == 0 else {
      let reason = failure("put the folder in place", path)
      if !isNew { _ = rename(retired, path) }
      throw reason
    }
  }

  private func write(_ file: OutputFile, in folder: String) throws(DiagnosticError) {
    do throws(FileSystemError) {
      try NewFile.write(file.bytes, to: "\(folder)/\(file.name)")
    } catch {
      // The message names the file as the user will know it.
      throw DiagnosticError(
        FileSystemError(action: error.action, path: "\(path)/\(file.name)", number: error.number)
          .diagnostic(.notWritable)
      )
    }
  }

  /// Brings the entries of a folder to the disk.
  private func synchronize(_ folder: String) throws(DiagnosticError) {
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open the folder", folder) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure("bring the folder to the disk", folder) }
  }

  /// Makes a folder and those above it; returns those that weren't there.
  private func makeFolders(_ folder: String) throws(DiagnosticError) -> [String] {
    var created: [String] = []
    var current = folder.hasPrefix("/") ? "/" : ""
    for part in folder.split(separator: "/") {
      current += (current.isEmpty || current.hasSuffix("/") ? "" : "/") + part
      if mkdir(current, 0o777) == 0 {
        created.append(current)
      } else if errno != EEXIST, access(current, F_OK) != 0 {
        let reason = failure("create the folder", current)
        for folder in created.reversed() { rmdir(folder) }
        throw reason
      }
    }
    return created
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
