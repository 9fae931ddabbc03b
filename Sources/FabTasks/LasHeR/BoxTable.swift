public import FabDiagnostics

/// The boxes of a sequence of LasHeR: a line a frame, left, top, width, height, separated by commas.
public enum BoxTable {
  /// Reads boxes.
  ///
  /// - Parameter text: The file; empty lines at its end are left out.
  /// - Returns: The boxes; `nil` where all four numbers are 0, which says that the target isn't in the frame.
  /// - Throws: A ``DiagnosticError`` with every defect and its line and column: `empty-dataset`, `malformed-row`,
  ///   `not-a-number`, `not-finite`, `out-of-range`.
  public static func boxes(of text: SourceText) throws(DiagnosticError) -> [BoundingBox?] {
    let messages = DiagnosticCollector()
    var lines = text.lines
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    guard !lines.isEmpty else {
      throw DiagnosticError(
        Diagnostic(
          .emptyDataset,
          at: .file(text.name),
          "the file has no boxes; expected a line a frame: left, top, width, height",
          fixes: ["unpack the sequence again"]
        )
      )
    }
    var result: [BoundingBox?] = []
    for (index, line) in lines.enumerated() {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      guard cells.count == 4 else {
        messages.add(
          Diagnostic(
            .malformedRow,
            at: text.place(line: index + 1, column: 1, length: max(1, line.count)),
            "the line has \(cells.count) values between commas; expected 4: left, top, width, height",
            fixes: ["write one box a line, for instance 12,34,56,78"]
          )
        )
        continue
      }
      let numbers = cells.map { number($0, line: index + 1, in: text, messages) }
      guard let x = numbers[0], let y = numbers[1], let width = numbers[2],
        let height = numbers[3]
      else { continue }
      if numbers.allSatisfy({ $0 == 0 }) {
        result.append(nil)
      } else if width > 0, height > 0 {
        result.append(BoundingBox(x: x, y: y, width: width, height: height))
      } else {
        messages.add(
          Diagnostic(
            .outOfRange,
            at: text.place(line: index + 1, column: 1, length: max(1, line.count)),
            "the box is \(width) wide and \(height) high; expected both positive",
            fixes: ["write 0,0,0,0 where the target isn't in the frame"]
          )
        )
      }
    }
    guard !messages.hasErrors else { throw DiagnosticError(messages.diagnostics) }
    return result
  }

  private static func number(
    _ cell: Substring,
    line: Int,
    in text: SourceText,
    _ messages: DiagnosticCollector
  ) -> Double? {
    let trimmed = cell.drop(while: \.isWhitespace)
    let end = trimmed.lastIndex { !$0.isWhitespace }
    let word = end.map { trimmed[...$0] } ?? ""
    let whole = text.lines[line - 1]
    let column = whole.distance(from: whole.startIndex, to: trimmed.startIndex) + 1
    let place = text.place(line: line, column: column, length: max(1, word.count))
    guard let value = Double(String(word)) else {
      messages.add(
        Diagnostic(
          .notANumber,
          at: place,
          word.isEmpty ? "a number is missing" : "'\(word)' isn't a number",
          fixes: ["write pixels with a decimal point"]
        )
      )
      return nil
    }
    guard value.isFinite else {
      messages.add(
        Diagnostic(
          .notFinite,
          at: place,
          "'\(word)' isn't finite",
          fixes: ["write 0,0,0,0 where the target isn't in the frame"]
        )
      )
      return nil
    }
    return value
  }
}
