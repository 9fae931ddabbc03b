extension Quantity {
  /// Reads a text such as `250 nm` or `1 Å/s`.
  ///
  /// - Throws: ``QuantityError`` that says what is wrong with the text.
  public init(parsing text: some StringProtocol) throws(QuantityError) {
    let (number, symbol) = try splitNumber(text)
    guard !symbol.isEmpty else { throw .missingUnit(number: String(number)) }
    guard let unit = Dimension.units.first(where: { $0.isSpelled(symbol) }) else {
      let owner = UnitCatalogue.dimensions.first { dimension in
        dimension.units.contains { $0.isSpelled(symbol) }
      }
      guard let owner else { throw .unknownUnit(String(symbol)) }
      throw .wrongDimension(found: owner.name, unit: String(symbol))
    }
    guard let decimal = ExactDecimal(number) else { throw .notANumber(String(number)) }
    let value = unit.siValue(of: decimal)
    guard value.isFinite else { throw .notFinite(String(number)) }
    siValue = value
  }
}

/// Splits a quantity text into its number and its unit, both trimmed.
private func splitNumber<Text: StringProtocol>(
  _ text: Text
) throws(QuantityError) -> (number: Substring, unit: Substring) {
  let trimmed = Substring(text).trimmed
  let lowered = trimmed.lowercased()
  let bare = lowered.drop { $0 == "-" || $0 == "+" }
  for word in ["nan", "inf", ".nan", ".inf"] where bare.hasPrefix(word) {
    throw .notFinite(String(trimmed))
  }
  var end = trimmed.startIndex
  while end < trimmed.endIndex {
    let character = trimmed[end]
    let next = trimmed.index(after: end)
    let isExponent =
      (character == "e" || character == "E") && next < trimmed.endIndex
      && (trimmed[next].isASCIIDigit
        || ("+-".contains(trimmed[next])
          && trimmed[next...].dropFirst().first?.isASCIIDigit == true))
    if isExponent {
      end = trimmed.index(after: next)
    } else if character.isASCIIDigit || character == "." || (character == "-" || character == "+") {
      end = next
    } else {
      break
    }
  }
  let number = trimmed[..<end]
  let unit = trimmed[end...].trimmed
  guard !number.isEmpty else { throw .notANumber(String(trimmed)) }
  guard !unit.hasPrefix(",") else { throw .decimalComma(String(trimmed)) }
  guard ExactDecimal(number) != nil else { throw .notANumber(String(number)) }
  return (number, unit)
}

extension Substring {
  fileprivate var trimmed: Substring {
    var result = self
    while result.first?.isWhitespace == true { result.removeFirst() }
    while result.last?.isWhitespace == true { result.removeLast() }
    return result
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
