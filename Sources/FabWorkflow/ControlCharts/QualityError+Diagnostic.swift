import FabDiagnostics
import FabQuality

extension QualityError {
  /// Returns the message.
  ///
  /// - Parameters:
  ///   - place: What it is about.
  ///   - what: What was counted, for instance `points`.
  /// - Returns: The error to throw.
  func diagnostic(at place: Place?, of what: String) -> DiagnosticError {
    switch self {
    case .notFinite(let index):
      DiagnosticError(Diagnostic(.notFinite, at: place, "number \(index + 1) isn't finite"))
    case .tooFew(let found, let needed):
      DiagnosticError(
        Diagnostic(
          .noMeasurement,
          at: place,
          "there are \(found) \(what); at least \(needed) are needed"
        )
      )
    case .mismatched(let found, let expected):
      DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: place,
          "one of the groups of \(what) has \(found) values; expected \(expected)"
        )
      )
    case .outOfRange(let parameter, let found, let expected):
      DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: place,
          "\(parameter) of \(EngineeringText.plain(found, digits: 6)); expected \(expected)"
        )
      )
    case .noSpread:
      DiagnosticError(
        Diagnostic(.noMeasurement, at: place, "the \(what) are all the same: no spread follows")
      )
    case .degenerateSites:
      DiagnosticError(
        Diagnostic(.noMeasurement, at: place, "the sites lie on too few rings and lines for this")
      )
    case .unfitRule(let rule, let statistic):
      DiagnosticError(
        Diagnostic(
          .unknownChoice,
          at: place,
          "rule \(rule.tag) says nothing on a chart of \(statistic.rawValue)"
        )
      )
    }
  }

  /// Runs what may fail so, and says it at a place.
  static func explained<Result>(
    at place: Place?,
    of what: String,
    _ body: () throws(QualityError) -> Result
  ) throws(DiagnosticError) -> Result {
    do throws(QualityError) {
      return try body()
    } catch {
      throw error.diagnostic(at: place, of: what)
    }
  }
}
