public import FabDiagnostics
public import FabLayout

/// A layout from a file and what the reader saw but left out.
public struct ReadLayout: Sendable {
  /// The layout.
  public let layout: Layout
  /// One message for each kind of content that isn't part of the layout, with its count.
  public let warnings: [Diagnostic]

  /// Creates a result.
  public init(layout: Layout, warnings: [Diagnostic] = []) {
    self.layout = layout
    self.warnings = warnings
  }
}
