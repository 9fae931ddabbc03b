import FabDiagnostics
import FabOperators

extension CodebookError {
  /// The message to the user.
  ///
  /// - Parameter place: The file, or the argument that asks for something.
  /// - Returns: The message.
  func diagnostic(at place: Place) -> DiagnosticError {
    let (code, summary, fixes) = parts
    return DiagnosticError(Diagnostic(code, at: place, summary, fixes: fixes))
  }

  private var parts: (DiagnosticCode, String, [String]) {
    let again = ["build it again with 'pcu-fab codebook build', or copy it again"]
    switch self {
    case .outsideDomain(let name, let count, let total, let index, let value, let domain):
      return (
        .outOfRange,
        "\(count) of \(total) inputs of \(name.rawValue) lie outside its domain "
          + "\(Self.text(domain)); the first is number \(index + 1), \(EngineeringText.plain(value))",
        ["scale the inputs, or allow what the domain's policy does with them"]
      )
    case .mismatch(let mismatches):
      let parts = mismatches.map {
        "\($0.subject.rawValue) \($0.found.prefix(40)), expected \($0.expected.prefix(40))"
      }
      return (
        .wrongState,
        "the codebook is of another make: \(parts.joined(separator: "; "))",
        [
          "build one for this use, or allow another \(mismatches.map(\.subject.rawValue).joined(separator: ", "))"
        ]
      )
    case .noEntry(let name):
      return (
        .unknownOperator,
        "the codebook has no entry of \(name.rawValue)",
        ["build it with '--operators \(name.rawValue)', or with all"]
      )
    case .measurement(let unit, let defect):
      return (.fitFailed, "unit \(unit + 1): \(Self.text(defect))", [])
    case .unit(let error):
      return (.operatorNotStudied, error.words, [])
    case .notACodebook:
      return (
        .unknownFormat,
        "the file doesn't begin with 'PCUCODEB'",
        ["name a file that 'pcu-fab codebook build' has written"]
      )
    case .unsupportedVersion(let version):
      return (
        .unknownFormat,
        "the file has version \(version) of the format; this tool reads \(Codebook.formatVersion)",
        ["build it again with this version of the tool"]
      )
    case .truncated(let found, let needed):
      return (.truncatedFile, "\(found) bytes are there; \(needed) are needed", again)
    case .malformedHeader(let reason):
      return (.corruptFile, "the header can't be taken: \(reason)", again)
    case .unknownKey(let key):
      return (.unknownKey, "the header has a key '\(key)' that nothing reads", again)
    case .unknownOperator(let name):
      let known = OperatorName.allCases.map(\.rawValue)
      return (
        .unknownOperator,
        "the file has an entry of '\(name)', which is no operator\(NearMiss.question(for: name, among: known))",
        again
      )
    case .wrongTable(let name, let reason):
      return (.corruptFile, "the table '\(name)' can't be taken: \(reason)", again)
    case .notFinite(let table, let index):
      return (.notFinite, "number \(index + 1) of the table '\(table)' is NaN or infinite", again)
    case .wrongHash(let found, let expected):
      return (
        .corruptFile,
        "the tables have the hash \(found.prefix(12)); the header says \(expected.prefix(12))",
        again
      )
    }
  }

  private static func text(_ defect: MeasuredResponse.Defect) -> String {
    switch defect {
    case .tooFewInputs(let found, let needed):
      "it has \(found) different inputs; \(needed) or more are needed"
    case .noFit: "its curve isn't of the form of its function"
    case .notPositive(let input):
      "its output at \(EngineeringText.plain(input)) isn't positive, as an exponential is"
    case .noCommonDomain: "it has no range of inputs in common with the others"
    }
  }

  /// A domain in words.
  static func text(_ domain: ClosedRange<Double>) -> String {
    "\(EngineeringText.plain(domain.lowerBound))...\(EngineeringText.plain(domain.upperBound))"
  }
}
