import FabDiagnostics
import Foundation

/// The readings of a gauge study: a table of part, operator and value.
struct GaugeFile {
  /// Readings by part, operator and repeat.
  let values: [[[Double]]]
  let parts: [String]
  let operators: [String]

  /// Reads a table.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-column` or `malformed-row` and its line.
  init(_ source: SourceText) throws(DiagnosticError) {
    let lines = source.lines
    let heading = lines.first ?? ""
    let separator: Character =
      heading.contains(";") ? ";" : heading.contains("\t") ? "\t" : ","
    func cells(_ line: Substring) -> [String] {
      line.split(separator: separator, omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let names = cells(heading).map { $0.lowercased() }
    let columns = ["part", "operator", "value"]
      .map { name in
        names.firstIndex { $0 == name || $0.hasPrefix(name + " (") }
      }
    guard let part = columns[0], let person = columns[1], let value = columns[2] else {
      throw DiagnosticError(
        Diagnostic(
          .unknownColumn,
          at: .file(source.name),
          "the table needs the columns part, operator and value; it has '\(heading.prefix(60))'"
        )
      )
    }
    var readings: [String: [String: [Double]]] = [:]
    var parts: [String] = []
    var operators: [String] = []
    for (index, line) in lines.enumerated().dropFirst()
    where !line.allSatisfy(\.isWhitespace) {
      let row = cells(line)
      guard row.count > max(part, person, value), let number = Double(row[value]),
        number.isFinite, !row[part].isEmpty, !row[person].isEmpty
      else {
        throw DiagnosticError(
          Diagnostic(
            .malformedRow,
            at: source.place(line: index + 1, column: 1, length: max(1, line.count)),
            "a part, an operator and a number are expected"
          )
        )
      }
      if readings[row[part]] == nil { parts.append(row[part]) }
      if !operators.contains(row[person]) { operators.append(row[person]) }
      readings[row[part], default: [:]][row[person], default: []].append(number)
    }
    self.parts = parts
    self.operators = operators
    let people = operators
    values = parts.map { name in people.map { readings[name]?[$0] ?? [] } }
  }
}
