import Foundation

/// Writes a file that doesn't exist yet and brings it to the disk.
enum NewFile {
  /// Writes the bytes; a file that couldn't be written whole is removed.
  static func write(_ bytes: [UInt8], to path: String) throws(FileSystemError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw FileSystemError(action: "create the file", path: path, number: errno)
    }
    let failure = fill(descriptor, with: bytes, path: path)
    close(descriptor)
    if let failure {
      unlink(path)
      throw failure
    }
  }

  /// Whether a path is a device or a pipe, which has no content to replace.
  static func isDevice(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return [S_IFCHR, S_IFIFO, S_IFSOCK].contains(status.st_mode & S_IFMT)
  }

  /// Writes the bytes to a device or a pipe.
  static func write(_ bytes: [UInt8], toDevice path: String) throws(FileSystemError) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw FileSystemError(action: "open the file", path: path, number: errno)
    }
    defer { close(descriptor) }
    // There is nothing to bring to a disk: some devices refuse it.
    if let failure = fill(descriptor, with: bytes, path: path, isFile: false) { throw failure }
  }

  private static func fill(
    _ descriptor: Int32,
    with bytes: [UInt8],
    path: String,
    isFile: Bool = true
  ) -> FileSystemError? {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        return FileSystemError(action: "write the file", path: path, number: errno)
      }
      written += count
    }
    guard !isFile || fsync(descriptor) == 0 else {
      return FileSystemError(action: "bring the file to the disk", path: path, number: errno)
    }
    return nil
  }
}
