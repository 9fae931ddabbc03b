import FabDiagnostics
import FabHash
import FabOperators

/// Reads and writes codebooks.
enum CodebookFile {
  /// The largest file that is read: 1 GB.
  static let limit = 1_000_000_000

  /// Reads a codebook.
  ///
  /// - Throws: A ``DiagnosticError`` if the file can't be read or isn't what was written.
  static func read(_ path: String) throws(DiagnosticError) -> Codebook {
    let bytes = try InputFile.bytes(at: path, limit: limit)
    do throws(CodebookError) {
      return try Codebook(bytes: bytes) { ContentHash(of: $0).hexadecimal }
    } catch {
      throw error.diagnostic(at: .file(path))
    }
  }

  /// Returns the bytes of a codebook.
  static func bytes(of codebook: Codebook) -> [UInt8] {
    codebook.encoded { ContentHash(of: $0).hexadecimal }
  }
}
