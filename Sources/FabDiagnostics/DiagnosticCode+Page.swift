extension DiagnosticCode {
  /// The page `Documentation/Diagnostics.md`.
  public static var page: String {
    var lines = [
      "# Diagnostics",
      "",
      "Every message ends with its code in brackets. Made by `pcu-fab diagnostics --page`; don't edit.",
      "",
      "| code | what it means | what to do |",
      "|---|---|---|",
    ]
    lines += allCases.map { "| `\($0.rawValue)` | \($0.meaning) | \($0.remedy) |" }
    return lines.joined(separator: "\n") + "\n"
  }
}
