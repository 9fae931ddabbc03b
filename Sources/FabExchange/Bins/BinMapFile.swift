public import FabDiagnostics

/// The maps of a file, and what a reader has to say of them.
public struct BinMapFile: Sendable {
  /// The maps, in the order of the file.
  public let maps: [BinMap]
  /// Warnings and remarks; none is an error.
  public let diagnostics: [Diagnostic]

  /// Creates the result of a reader.
  public init(maps: [BinMap], diagnostics: [Diagnostic]) {
    self.maps = maps
    self.diagnostics = diagnostics
  }
}
