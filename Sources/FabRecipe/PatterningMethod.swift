/// How a film gets its pattern.
public enum PatterningMethod: String, CaseIterable, Sendable {
  /// A film that is there already is removed outside the drawn shapes (FTO by etching or laser).
  case subtractive
  /// The film is deposited through the drawn apertures of a sheet.
  case shadowMask = "shadow-mask"
}
