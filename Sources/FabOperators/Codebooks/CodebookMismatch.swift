/// What of a codebook isn't what it's used for.
public struct CodebookMismatch: Hashable, Sendable {
  /// What differs.
  public enum Subject: String, Hashable, Sendable, CaseIterable {
    /// The recipe: another process.
    case recipe
    /// The layout: other areas, lines and places.
    case layout
    /// The wafer: other devices. A codebook of a population isn't one of a wafer, and the other way round.
    case wafer
    /// The temperature, by more than 0.5 K.
    case temperature
  }

  /// What differs.
  public let subject: Subject
  /// What the codebook says.
  public let found: String
  /// What was expected.
  public let expected: String
}
