/// Collects messages while a reader goes on after the first defect.
public final class DiagnosticCollector {
  /// The messages so far, in the order of their discovery.
  public private(set) var diagnostics: [Diagnostic] = []

  /// Creates an empty collector.
  public init() {}

  /// Adds a message, once: the same message at the same place isn't repeated.
  public func add(_ diagnostic: Diagnostic) {
    guard seen.insert(diagnostic).inserted else { return }
    diagnostics.append(diagnostic)
  }

  /// Adds several messages.
  public func add(contentsOf others: [Diagnostic]) {
    for diagnostic in others { add(diagnostic) }
  }

  /// Whether any message so far is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  private var seen: Set<Diagnostic> = []
}
