import FabDiagnostics
import FabMetrology

extension CurveReport.Result {
  /// Takes an estimate.
  init(_ estimate: CurveEstimate) {
    self.init(
      method: estimate.method,
      unit: estimate.unit,
      value: estimate.value,
      uncertainty: estimate.uncertainty,
      flags: estimate.flags.map(\.rawValue).sorted(),
      parameters: estimate.parameters.map {
        CurveReport.Parameter(name: $0.name, value: $0.value, uncertainty: $0.uncertainty)
      },
      failure: nil
    )
  }

  /// Takes an error in the place of a value.
  init(method: String, unit: String, failure: DiagnosticError) {
    self.init(
      method: method,
      unit: unit,
      value: nil,
      uncertainty: nil,
      flags: [],
      parameters: [],
      failure: failure.diagnostics.map(\.summary).joined(separator: "; ")
    )
  }
}

extension CurveReport {
  /// The report for people.
  var text: String {
    var text = "\(file): \(curves.count) curve\(curves.count == 1 ? "" : "s"), \(format)"
    text += refusedRows == 0 ? "\n" : ", \(refusedRows) rows refused\n"
    for curve in curves {
      text += "\n\(curve.name.isEmpty ? "curve" : curve.name), \(curve.points) points\n"
      var table = TextTable([
        ("method", .left), ("value", .right), ("u", .right), ("unit", .left), ("", .left),
      ])
      table.rows = curve.results.map { result in
        [
          result.method,
          result.value.map { EngineeringText.plain($0, digits: 7) } ?? "none",
          result.uncertainty.map { EngineeringText.plain($0, digits: 2) } ?? "-",
          result.unit,
          result.failure ?? result.flags.joined(separator: ", "),
        ]
      }
      text += table.text
    }
    return text
  }
}
