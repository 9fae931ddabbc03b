public import FabDiagnostics

/// The bytes of a file and what a person should know about them.
public struct WrittenFile: Sendable {
  /// The content; equal for equal input on every machine.
  public let bytes: [UInt8]
  /// What had to be changed to fit the format, for instance names.
  public let warnings: [Diagnostic]

  /// Creates a file.
  public init(bytes: [UInt8], warnings: [Diagnostic] = []) {
    self.bytes = bytes
    self.warnings = warnings
  }
}
