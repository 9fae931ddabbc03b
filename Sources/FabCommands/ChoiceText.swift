import ArgumentParser

/// Reads one of a few words from an argument.
///
/// - Throws: A `ValidationError` that lists the words.
func choice<Choice: RawRepresentable & CaseIterable>(_ text: String) throws -> Choice
where Choice.RawValue == String {
  if let choice = Choice(rawValue: text) { return choice }
  let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
  throw ValidationError("'\(text)' is none of \(words)")
}
