/// The tool itself, as it signs what it writes.
public enum Tool {
  /// The name.
  public static let name = "pcu-fab"
  /// The version, as in `CHANGELOG.md`.
  public static let version = "0.1.0"
}
