public import FabDiagnostics

extension StoreWriter {
  /// Records which curves the values of sets were taken from.
  ///
  /// - Parameter curves: The curves; their files are kept already.
  /// - Throws: A ``DiagnosticError`` with `conflicting-entry` where a set or a file isn't in the store.
  public func addCurves(_ curves: [CurveSource]) throws(DiagnosticError) {
    guard let first = curves.map(\.measurement).min(), let last = curves.map(\.measurement).max()
    else { return }
    let files = Set(curves.map(\.sourceFile)).sorted()
    try completed { () throws(DiagnosticError) in
      for curve in curves { try insertUnrecorded(curve) }
      // One entry for all: each row hangs on a value, whose set the audit has.
      try record(
        "add",
        CurveSource.table,
        first == last ? "\(first)" : "\(first)-\(last)",
        before: nil,
        after: [
          "first": .integer(first), "last": .integer(last),
          "curves": .integer(Int64(curves.count)),
          "sourceFile": files.count == 1 ? .text(files[0]) : .list(files.map { .text($0) }),
        ]
      )
    }
  }
}
