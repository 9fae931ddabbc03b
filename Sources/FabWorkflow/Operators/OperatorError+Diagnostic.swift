import FabDevices
import FabDiagnostics
import FabOperators

extension OperatorError {
  /// What is wrong, in words.
  var words: String {
    switch self {
    case .device(let error):
      return error.diagnostic(options: [:]).diagnostics[0].summary
    case .unitCount(let count):
      return "\(count) units; expected 1 or more"
    case .tooFewUnits(let name, let needed, let found):
      return "\(name.rawValue) needs \(needed) PCUs; found \(found)"
    case .outOfReach(let name, let unit, let quantity, let found):
      return "unit \(unit + 1) of \(name.rawValue) can't reach \(quantity) "
        + EngineeringText.plain(found)
    case .notProgrammed(let name, let unit, let target, let reading):
      let end = reading.map { EngineeringText.text($0, "S") } ?? "nothing"
      return "M1 of unit \(unit + 1) of \(name.rawValue) reads \(end) when its pulses are used up; "
        + "the target is \(EngineeringText.text(target, "S"))"
    case .noFit(let name, let unit):
      return "the curve of unit \(unit + 1) of \(name.rawValue) isn't of the form of its function"
    case .noUnitWorks(_, let reason):
      return "no unit works: \(reason.words)"
    case .notFinite(let name, let unit):
      return "unit \(unit + 1) of \(name.rawValue) gives a result that isn't finite"
    case .notBracketed(let name, let goal, let found):
      return "no spread lets \(name.rawValue) err by \(EngineeringText.plain(goal)) %; "
        + "found \(EngineeringText.plain(found.lowerBound)) to "
        + "\(EngineeringText.plain(found.upperBound)) %"
    }
  }

  /// The message, at the option that gave the value where one did.
  var diagnostic: DiagnosticError {
    switch self {
    case .unitCount(let count):
      DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: .argument("--units"),
          "found \(count); expected 1 or more",
          fixes: ["study 1000 units for a quick look, 20000 for figures to quote"]
        )
      )
    case .device(let error):
      error.diagnostic(options: [.temperature: "--temperature", .spread: "--readout-spread"])
    case .tooFewUnits, .outOfReach, .notProgrammed, .noFit, .noUnitWorks, .notFinite,
      .notBracketed:
      DiagnosticError(Diagnostic(.operatorNotStudied, words))
    }
  }
}
