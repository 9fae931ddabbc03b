public import FabDiagnostics
public import FabUnits

extension QuantityError {
  /// Returns the message for a defective quantity.
  ///
  /// - Parameters:
  ///   - key: The key or option whose value it is.
  ///   - text: The text as typed.
  ///   - dimension: What was expected.
  ///   - place: Where the text stands.
  /// - Returns: The message.
  public func diagnostic(
    of key: String,
    text: String,
    _ dimension: any PhysicalDimension.Type,
    at place: Place
  ) -> Diagnostic {
    let expected = "'\(key)' is \(dimension.name) such as '\(dimension.example)'"
    let symbols = dimension.units.map(\.symbol)
    switch self {
    case .missingUnit(let number):
      return Diagnostic(
        .missingUnit,
        at: place,
        "'\(key)' needs a unit after '\(number)'",
        fixes: ["write '\(number) \(symbols[0])', or one of \(symbols.joined(separator: ", "))"]
      )
    case .unknownUnit(let unit):
      let spellings = dimension.units.flatMap { [$0.symbol] + $0.aliases }
      let question = NearMiss.question(for: unit, among: spellings)
      return Diagnostic(
        .unknownUnit,
        at: place,
        "no unit '\(unit)'\(question)",
        notes: [.init("\(expected), in \(symbols.joined(separator: ", "))")]
      )
    case .wrongDimension(let found, let unit):
      return Diagnostic(
        .wrongDimension,
        at: place,
        "\(expected); found \(found) ('\(unit)')",
        fixes: ["write it in \(symbols.joined(separator: ", "))"]
      )
    case .notANumber:
      return Diagnostic(.notANumber, at: place, "\(expected); found '\(text)'")
    case .notFinite:
      return Diagnostic(.notFinite, at: place, "'\(key)' must be finite; found '\(text)'")
    case .decimalComma:
      return Diagnostic(
        .notANumber,
        at: place,
        "\(expected); found '\(text)' with a decimal comma",
        fixes: ["write '\(text.replacing(",", with: "."))'"]
      )
    }
  }
}
