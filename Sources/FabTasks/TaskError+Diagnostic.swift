public import FabDiagnostics

extension TaskError {
  /// The message.
  public func diagnostic(at place: Place? = nil) -> Diagnostic {
    switch self {
    case .difficulty(let field, let value, let expected):
      Diagnostic(
        .outOfRange,
        at: place,
        "the difficulty's \(field) is \(value); expected \(expected)",
        fixes: ["change \(field), or begin from one of the presets easy, standard, hard"]
      )
    case .empty(let what):
      Diagnostic(
        .emptyDataset,
        at: place,
        "there are no \(what); at least one is needed",
        fixes: ["check the folder, and that the filter leaves something"]
      )
    case .counts(let what, let found, let expected):
      Diagnostic(
        .countMismatch,
        at: place,
        "there are \(found) \(what); expected \(expected)",
        fixes: ["use predictions and truth of the same frames"]
      )
    case .box(let index, let text):
      Diagnostic(
        .notFinite,
        at: place,
        "box \(index) is \(text); expected finite numbers",
        fixes: ["correct the box"]
      )
    }
  }
}
