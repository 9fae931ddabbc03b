public import FabDiagnostics

/// Standard Test Data Format, version 4: results of tests as records of bytes.
///
/// > Source: Teradyne, *Standard Test Data Format (STDF) Specification, Version 4*, 2007.
public enum STDF {
  /// Writes a file: FAR, MIR, WCR; for each wafer WIR, its parts as PIR, PTR, PRR, and WRR; TSR, HBR, SBR, PCR, MRR.
  ///
  /// Bytes are those of CPU type 2 (the least significant first). Numbers of parts and of failed tests are
  /// counted. Texts are ASCII: `Ω`, `µ`, `°`, `²`, `³`, `Å` become `Ohm`, `u`, `deg`, `2`, `3`, `A`.
  ///
  /// - Parameter file: The content.
  /// - Returns: The bytes of the file.
  /// - Throws: A ``DiagnosticError`` with every text that doesn't fit, bin above 32767, value that isn't finite,
  ///   result of an unknown test, and bin or test that stands twice.
  public static func bytes(of file: STDFFile) throws(DiagnosticError) -> [UInt8] {
    try STDFCheck(file: file).check()
    return STDFWriter(file: file).bytes()
  }

  /// Reads a file of either byte order.
  ///
  /// - Parameters:
  ///   - name: The file as the user named it.
  ///   - bytes: Its content.
  ///   - sizeLimit: The largest number of bytes [ours].
  /// - Returns: The content; records of kinds that aren't read are counted.
  /// - Throws: A ``DiagnosticError`` that names the byte: `unknown-format`, `truncated-file`, `corrupt-file`,
  ///   `unsupported-content` or `file-too-large`.
  public static func read(
    file name: String,
    bytes: [UInt8],
    sizeLimit: Int = 256_000_000
  ) throws(DiagnosticError) -> STDFReading {
    guard bytes.count <= sizeLimit else {
      throw DiagnosticError(
        Diagnostic(
          .fileTooLarge,
          at: .file(name),
          "the file has \(bytes.count) bytes; at most \(sizeLimit) are read"
        )
      )
    }
    var reader = STDFReader(file: name, bytes: bytes)
    return try reader.read()
  }
}
