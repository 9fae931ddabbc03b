public import FabDiagnostics
public import FabUnits

extension YAMLNode {
  /// The text in quotes, or the kind of node, for "found …".
  public var quotedOrKind: String {
    guard let text = scalarText, !isEmpty else { return kindName }
    return "'\(text)'"
  }

  /// Returns the text of a scalar; anything else is reported.
  public func text(of key: String, collector: DiagnosticCollector) -> String? {
    if let text = scalarText, !isEmpty { return text }
    collector.add(Diagnostic(.wrongKind, at: place, "'\(key)' is a text; found \(kindName)"))
    return nil
  }

  /// Returns the items of a list; anything else is reported.
  public func items(of key: String, collector: DiagnosticCollector) -> [YAMLNode]? {
    if case .sequence(let items) = content { return items }
    collector.add(Diagnostic(.wrongKind, at: place, "'\(key)' is a list; found \(kindName)"))
    return nil
  }

  /// Returns a quantity; a defective text is reported with what was expected.
  public func quantity<D>(
    of key: String,
    in range: QuantityRange<D> = .any,
    collector: DiagnosticCollector
  ) -> Quantity<D>? {
    guard let text = scalarText, !isEmpty else {
      collector.add(
        Diagnostic(
          .wrongKind,
          at: place,
          "'\(key)' is \(D.name) such as '\(D.example)'; found \(kindName)"
        )
      )
      return nil
    }
    do throws(QuantityError) {
      let value = try Quantity<D>(parsing: text)
      if range.contains(value) { return value }
      collector.add(
        Diagnostic(.outOfRange, at: place, "'\(key)' must be \(range.words); found '\(text)'")
      )
    } catch {
      collector.add(error.diagnostic(of: key, text: text, D.self, at: place))
    }
    return nil
  }

  /// Returns a plain finite number; anything else is reported.
  public func number(of key: String, collector: DiagnosticCollector) -> Double? {
    let word = scalarText?.lowercased() ?? ""
    if [".nan", "nan", ".inf", "-.inf", "inf", "-inf"].contains(word) {
      collector.add(Diagnostic(.notFinite, at: place, "'\(key)' must be finite; found '\(word)'"))
      return nil
    }
    if let text = scalarText, let value = ExactDecimal(text)?.doubleValue, value.isFinite {
      return value
    }
    collector.add(
      Diagnostic(.notANumber, at: place, "'\(key)' is a plain number; found \(quotedOrKind)")
    )
    return nil
  }

  /// Returns a whole number within a range; anything else is reported.
  public func integer(
    of key: String,
    in range: ClosedRange<Int>,
    collector: DiagnosticCollector
  ) -> Int? {
    guard let value = number(of: key, collector: collector) else { return nil }
    guard let whole = Int(exactly: value), range.contains(whole) else {
      collector.add(
        Diagnostic(
          .outOfRange,
          at: place,
          "'\(key)' is a whole number from \(range.lowerBound) to \(range.upperBound); "
            + "found \(quotedOrKind)"
        )
      )
      return nil
    }
    return whole
  }

  /// Returns a case by its raw value; anything else is reported with the choices.
  public func choice<Choice>(
    of key: String,
    _ type: Choice.Type,
    collector: DiagnosticCollector
  ) -> Choice? where Choice: CaseIterable & RawRepresentable<String> {
    let names = Choice.allCases.map(\.rawValue)
    if let text = scalarText, let choice = Choice(rawValue: text) { return choice }
    let question = NearMiss.question(for: scalarText ?? "", among: names)
    collector.add(
      Diagnostic(
        .unknownChoice,
        at: place,
        "'\(key)' can't be \(quotedOrKind)\(question)",
        notes: [.init("the choices are \(names.joined(separator: ", "))")]
      )
    )
    return nil
  }
}
