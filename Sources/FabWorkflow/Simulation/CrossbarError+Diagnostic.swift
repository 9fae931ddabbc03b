import FabCircuit
import FabDiagnostics

extension CrossbarError {
  /// The message, at the option that gave the value.
  var diagnostic: DiagnosticError {
    switch self {
    case .empty(let rows, let columns):
      DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: .argument(rows < 1 ? "--rows" : "--columns"),
          "an array of \(rows) x \(columns) cells; at least one row and one column are needed",
          fixes: ["choose rows and columns of 1 or more"]
        )
      )
    case .countMismatch(let quantity, let found, let expected):
      DiagnosticError(
        Diagnostic(.outOfRange, "\(found) values of \(quantity.rawValue); expected \(expected)")
      )
    case .outOfRange(let quantity, _, let found):
      DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: quantity.option.map(Place.argument),
          "\(quantity.rawValue) of \(EngineeringText.plain(found, digits: 6)) makes no sense here",
          fixes: ["write a finite value above zero; resistances of lines may be zero"]
        )
      )
    case .notConverged(let row, let column, let residual, let iterations):
      DiagnosticError(
        Diagnostic(
          .circuitNotConverged,
          "the array has no solution after \(iterations) iterations: a residual of "
            + "\(EngineeringText.plain(residual, digits: 2)) is left at row \(row + 1), column "
            + "\(column + 1)",
          fixes: ["look for resistances or conductances that differ by many decades"]
        )
      )
    }
  }
}

extension CrossbarQuantity {
  /// The option that gives the quantity; `nil` where none does.
  var option: String? {
    switch self {
    case .wordSegment: "--word-segment"
    case .bitSegment: "--bit-segment"
    case .sourceResistance: "--source-resistance"
    case .terminationResistance: "--termination-resistance"
    case .conductance: "--smallest-conductance"
    case .input: "--amplitude"
    case .saturationCurrent, .slopeVoltage, .seriesResistance: nil
    }
  }
}
