import FabDevices
import FabDiagnostics
import FabMetrology

extension DiodeFitError {
  /// Returns the message: what is wrong with the curve, with the lines of points that were left out.
  func diagnostic(of record: IVRecord) -> DiagnosticError {
    let place = Place.file(record.name)
    switch self {
    case .tooFewPoints(let used, let needed, let excluded):
      return DiagnosticError(
        Diagnostic(
          .fitFailed,
          at: place,
          "\(used) point\(used == 1 ? " is" : "s are") left for the fit; \(needed) are needed",
          notes: excluded.byReason(in: record).map { .init("left out: \($0.reason), \($0.text)") },
          fixes: ["measure more points of the forward branch"]
        )
      )
    case .tooFewDecades(let found, let needed):
      let text = EngineeringText.plain(found, digits: 2)
      return DiagnosticError(
        Diagnostic(
          .fitFailed,
          at: place,
          "the forward current spans \(text) decades; at least \(EngineeringText.plain(needed)) are needed",
          fixes: ["measure from lower to higher forward voltages"]
        )
      )
    case .notRectifying(let forward, let reverse):
      return DiagnosticError(
        Diagnostic(
          .fitFailed,
          at: place,
          "no diode in this polarity: largest forward current "
            + EngineeringText.text(forward, "A") + ", largest reverse current "
            + EngineeringText.text(reverse, "A"),
          fixes: ["swap the polarity of voltage and current, or check which column is which"]
        )
      )
    case .notConverged(let rSquared):
      let quality = rSquared.map { ": R2 of log |I| is \(EngineeringText.plain($0))" } ?? ""
      return DiagnosticError(
        Diagnostic(
          .fitFailed,
          at: place,
          "no diode law comes near the points\(quality)",
          fixes: ["check the units of both columns and the temperature"]
        )
      )
    case .badCondition(let error):
      return error.diagnostic(options: [.temperature: "--temperature", .area: "--area"])
    }
  }
}

extension [PointExclusion] {
  /// The lines of the file, by reason.
  func byReason(in record: IVRecord) -> [(reason: String, lines: [Int], text: String)] {
    PointExclusion.Reason.allCases.compactMap { reason in
      let lines = filter { $0.reason == reason }.map { record.lines[$0.index] }
      guard !lines.isEmpty else { return nil }
      let shown = lines.prefix(5).map(String.init).joined(separator: ", ")
      let more = lines.count > 5 ? " and \(lines.count - 5) more" : ""
      return (reason.rawValue, lines, "line\(lines.count == 1 ? "" : "s") \(shown)\(more)")
    }
  }
}
