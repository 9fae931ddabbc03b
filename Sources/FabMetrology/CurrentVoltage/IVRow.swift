/// A row of a table: its cells with the places where they begin.
struct IVRow {
  /// A cell without quotes and outer spaces.
  struct Cell {
    var text: String
    /// The character of the line at which the text begins, from 1.
    var column: Int
  }

  /// The line of the file, from 1.
  let line: Int
  /// The cells; empty ones at the end are left out.
  let cells: [Cell]

  /// Creates a row of some cells of another.
  init(line: Int, cells: [Cell]) {
    self.line = line
    self.cells = cells
  }

  /// Splits a line; separators between quotes don't separate.
  init(_ text: Substring, line: Int, separator: Character) {
    self.line = line
    var cells: [Cell] = []
    var cell: [Character] = []
    var start = 1
    var isQuoted = false
    var column = 0
    func close() {
      let isBlank: (Character) -> Bool = { $0.isWhitespace || $0 == "\"" }
      let leading = cell.prefix(while: isBlank).count
      var inner = cell.dropFirst(leading)
      while let last = inner.last, isBlank(last) { inner.removeLast() }
      cells.append(Cell(text: String(inner), column: start + (inner.isEmpty ? 0 : leading)))
      cell = []
      start = column + 1
    }
    for character in text {
      column += 1
      if character == "\"" { isQuoted.toggle() }
      let separates =
        separator == " " ? character == " " && !cell.isEmpty : character == separator
      if separates, !isQuoted {
        close()
      } else if separator == " ", character == " ", cell.isEmpty {
        start = column + 1
      } else {
        cell.append(character)
      }
    }
    column += 1
    if separator != " " || !cell.isEmpty { close() }
    while cells.last?.text.isEmpty == true { cells.removeLast() }
    self.cells = cells
  }
}
