public import FabDiagnostics
import Foundation

/// Reads files whole, with a limit.
public enum InputFile {
  /// The largest layout file that is read: 1 GB.
  public static let layoutLimit = 1_000_000_000
  /// The largest recipe or floor plan that is read: 4 MB.
  public static let textLimit = 4_000_000

  /// The largest file of measured values that is read: 64 MB.
  public static let measurementLimit = 64_000_000

  /// Whether a path is a folder.
  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Returns the bytes of a file.
  ///
  /// - Throws: A ``DiagnosticError``: `not-readable` with the reason, or `file-too-large`.
  public static func bytes(at path: String, limit: Int) throws(DiagnosticError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure("open the file", path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure("read the file", path) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw DiagnosticError(
        FileSystemError(action: "read the file", path: path, number: EISDIR)
          .diagnostic(.notReadable)
      )
    }
    guard Int(status.st_size) <= limit else {
      throw DiagnosticError(
        Diagnostic(
          .fileTooLarge,
          at: .file(path),
          "the file has \(status.st_size) bytes; at most \(limit) are read",
          fixes: ["check that this is the file you meant"]
        )
      )
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(status.st_size))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes {
        Foundation.read(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure("read the file", path) }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
      // A pipe has no size beforehand.
      guard bytes.count <= limit else {
        throw DiagnosticError(
          Diagnostic(.fileTooLarge, at: .file(path), "the input exceeds \(limit) bytes")
        )
      }
    }
  }

  /// Returns the text of a recipe or floor plan.
  ///
  /// - Throws: A ``DiagnosticError`` as ``bytes(at:limit:)``, or `not-utf8`.
  public static func text(at path: String) throws(DiagnosticError) -> SourceText {
    try SourceText(name: path, bytes: bytes(at: path, limit: textLimit), limit: textLimit)
  }

  private static func failure(_ action: String, _ path: String) -> DiagnosticError {
    DiagnosticError(
      FileSystemError(action: action, path: path, number: errno).diagnostic(.notReadable)
    )
  }
}
