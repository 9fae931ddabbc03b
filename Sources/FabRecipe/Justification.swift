public import FabDiagnostics

/// The recorded reason why one warning of a recipe is accepted.
public struct Justification: Hashable, Sendable {
  /// The kind of warning.
  public let warning: DiagnosticCode
  /// The step that the warning is about.
  public let step: StepIdentifier
  /// The film that suffers, for the warnings that name one.
  public let film: FilmName?
  /// Why it's accepted.
  public let because: String
}
