public import FabDiagnostics

extension StoreWriter {
  /// Records which curves the values of sets were taken from.
  ///
  /// - Parameter curves: The curves; their files are kept already.
  /// - Throws: A ``DiagnosticError`` with `conflicting-entry` where a set or a file isn't in the store.
  public func addCurves(_ curves: [CurveSource]) throws(DiagnosticError) {
    let parents = Set(curves.map(\.measurement)).sorted()
    guard !parents.isEmpty else { return }
    try completed { () throws(DiagnosticError) in
      for curve in curves { try insertDerived(curve) }
      for parent in parents { try recordBatch(.curves, of: .integer(parent)) }
    }
  }
}
