/// A table in plain text: columns as wide as their widest cell, numbers to the right.
struct TextTable {
  /// How the cells of a column stand.
  enum Alignment {
    case left
    case right
  }

  /// The columns: heading and alignment.
  let columns: [(heading: String, alignment: Alignment)]
  /// The rows.
  var rows: [[String]] = []

  init(_ columns: [(heading: String, alignment: Alignment)]) {
    self.columns = columns
  }

  /// The text, one line a row, without spaces at line ends.
  var text: String {
    let lines = [columns.map(\.heading)] + rows
    let widths = columns.indices.map { column in
      lines.map { $0[column].count }.max() ?? 0
    }
    return
      lines.map { line in
        var text = ""
        for (index, cell) in line.enumerated() {
          let space = String(repeating: " ", count: widths[index] - cell.count)
          if index > 0 { text += "  " }
          text += columns[index].alignment == .left ? cell + space : space + cell
        }
        while text.last == " " { text.removeLast() }
        return text + "\n"
      }
      .joined()
  }

  /// Returns the text of rows of which the first is the heading, everything to the left.
  static func text(_ rows: [[String]]) -> String {
    guard let heading = rows.first else { return "" }
    var table = TextTable(heading.map { ($0, .left) })
    table.rows = Array(rows.dropFirst())
    return table.text
  }
}
