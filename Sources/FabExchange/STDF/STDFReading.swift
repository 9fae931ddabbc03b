public import FabDiagnostics

/// What a reader of STDF found: the content, and what it left out.
public struct STDFReading: Sendable {
  /// The content.
  public let file: STDFFile
  /// How many records of each kind weren't read, by `type.subtype`.
  public let skipped: [String: Int]
  /// Warnings and remarks; none is an error.
  public let diagnostics: [Diagnostic]

  /// Creates the result of a reader.
  public init(file: STDFFile, skipped: [String: Int], diagnostics: [Diagnostic]) {
    self.file = file
    self.skipped = skipped
    self.diagnostics = diagnostics
  }
}
