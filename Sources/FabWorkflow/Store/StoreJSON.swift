public import FabDiagnostics
public import FabStore

/// JSON that a user types.
public enum StoreJSON {
  /// The value of a text.
  ///
  /// - Throws: A ``DiagnosticError`` with `wrong-kind` if it is no JSON.
  public static func value(_ text: String, at place: Place) throws(DiagnosticError) -> JSONValue {
    if let value = JSONText.decode(JSONValue.self, from: Array(text.utf8)) { return value }
    throw DiagnosticError(
      Diagnostic(
        .wrongKind,
        at: place,
        "'\(text)' is no JSON",
        fixes: ["write it like {\"throwMm\": 300}"]
      )
    )
  }
}
