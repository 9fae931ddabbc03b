import FabDiagnostics

/// All numbers of one curve, with what was doubtful about them.
struct CurveEvaluation {
  /// The numbers.
  var values: [CurveValue] = []
  /// Warnings: fits that failed, and why.
  var messages: [Diagnostic] = []

  /// Takes an error of a fit as a warning: the curve is kept, without a number.
  mutating func warn(_ error: DiagnosticError) {
    messages += error.diagnostics.map {
      Diagnostic(
        $0.code,
        severity: .warning,
        at: $0.place,
        $0.summary,
        notes: $0.notes,
        fixes: $0.fixes
      )
    }
  }
}
