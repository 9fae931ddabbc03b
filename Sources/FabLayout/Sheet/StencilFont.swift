public import FabGeometry

/// Letters that can be cut through a sheet without losing their middles.
///
/// Each letter is a 5 x 7 grid of dots; dots of one row join to a bar, dots above each other too where
/// neither has a neighbour in its row. Bars never touch, so that metal stays between them and no letter
/// has an island.
public enum StencilFont {
  /// The number of dot columns from one letter to the next.
  public static let advance = 6
  /// The number of dot rows of a letter.
  public static let height = 7
  /// The share of the pitch that a dot takes: 3/5, so that 2/5 stay as web.
  private static let dot = (numerator: 3, denominator: 5)

  /// The characters that exist, apart from the space.
  public static var characters: Set<Character> { Set(glyphs.keys) }

  /// Returns the openings of a line of text; lower case letters become capitals.
  ///
  /// - Parameters:
  ///   - text: The text; a character that doesn't exist becomes a box of dots.
  ///   - origin: The lower left corner of the first letter.
  ///   - pitch: The distance between dots, in nanometres.
  /// - Returns: One box for each bar.
  public static func openings(_ text: String, at origin: Point, pitch: Int) -> [Polygon] {
    let size = pitch * dot.numerator / dot.denominator
    var result: [Polygon] = []
    for (index, character) in text.uppercased().enumerated() where character != " " {
      let rows = glyphs[character] ?? missing
      for bar in bars(rows) {
        let x = Int(origin.x) + (index * advance + bar.column) * pitch
        let y = Int(origin.y) + (height - 1 - bar.row - (bar.rows - 1)) * pitch
        result.append(
          Polygon(
            Box(x, y, x + (bar.columns - 1) * pitch + size, y + (bar.rows - 1) * pitch + size)
          )
        )
      }
    }
    return result
  }

  /// The width of a text in nanometres.
  public static func width(of text: String, pitch: Int) -> Int {
    Swift.max(0, text.count * advance - 1) * pitch
  }

  private struct Bar {
    var row: Int
    var column: Int
    var rows: Int
    var columns: Int
  }

  private static func bars(_ rows: [UInt8]) -> [Bar] {
    var horizontal: [Bar] = []
    for (row, bits) in rows.enumerated() {
      var column = 0
      while column < 5 {
        guard isSet(bits, column) else {
          column += 1
          continue
        }
        var end = column
        while end < 5, isSet(bits, end) { end += 1 }
        horizontal.append(Bar(row: row, column: column, rows: 1, columns: end - column))
        column = end
      }
    }
    var result = horizontal.filter { $0.columns > 1 }
    for bar in horizontal where bar.columns == 1 {
      let above = result.lastIndex {
        $0.columns == 1 && $0.column == bar.column && $0.row + $0.rows == bar.row
      }
      if let above {
        result[above].rows += 1
      } else {
        result.append(bar)
      }
    }
    return result
  }

  private static func isSet(_ bits: UInt8, _ column: Int) -> Bool {
    bits & (0b1_0000 >> UInt8(column)) != 0
  }

  private static let missing: [UInt8] = [31, 0, 31, 0, 31, 0, 31]

  private static let glyphs: [Character: [UInt8]] = [
    "0": [14, 17, 19, 21, 25, 17, 14], "1": [12, 4, 4, 4, 4, 4, 14],
    "2": [14, 17, 1, 2, 4, 8, 31], "3": [14, 17, 1, 6, 1, 17, 14],
    "4": [2, 6, 10, 18, 31, 2, 2], "5": [31, 16, 30, 1, 1, 17, 14],
    "6": [14, 16, 16, 30, 17, 17, 14], "7": [31, 1, 2, 4, 8, 8, 8],
    "8": [14, 17, 17, 14, 17, 17, 14], "9": [14, 17, 17, 15, 1, 1, 14],
    "A": [14, 17, 17, 31, 17, 17, 17], "B": [30, 17, 17, 30, 17, 17, 30],
    "C": [14, 17, 16, 16, 16, 17, 14], "D": [30, 17, 17, 17, 17, 17, 30],
    "E": [31, 16, 16, 30, 16, 16, 31], "F": [31, 16, 16, 30, 16, 16, 16],
    "G": [14, 17, 16, 19, 17, 17, 14], "H": [17, 17, 17, 31, 17, 17, 17],
    "I": [14, 4, 4, 4, 4, 4, 14], "J": [1, 1, 1, 1, 1, 17, 14],
    "K": [17, 18, 20, 24, 20, 18, 17], "L": [16, 16, 16, 16, 16, 16, 31],
    "M": [17, 27, 21, 21, 17, 17, 17], "N": [17, 25, 21, 21, 19, 17, 17],
    "O": [14, 17, 17, 17, 17, 17, 14], "P": [30, 17, 17, 30, 16, 16, 16],
    "Q": [14, 17, 17, 17, 21, 18, 13], "R": [30, 17, 17, 30, 20, 18, 17],
    "S": [15, 16, 16, 14, 1, 1, 30], "T": [31, 4, 4, 4, 4, 4, 4],
    "U": [17, 17, 17, 17, 17, 17, 14], "V": [17, 17, 17, 17, 10, 10, 4],
    "W": [17, 17, 17, 21, 21, 27, 17], "X": [17, 10, 10, 4, 10, 10, 17],
    "Y": [17, 17, 10, 4, 4, 4, 4], "Z": [31, 1, 2, 4, 8, 16, 31],
    "-": [0, 0, 0, 14, 0, 0, 0], "+": [0, 4, 4, 31, 4, 4, 0],
    ".": [0, 0, 0, 0, 0, 0, 4], "_": [0, 0, 0, 0, 0, 0, 31],
    "/": [1, 1, 2, 4, 8, 16, 16], ":": [0, 0, 4, 0, 4, 0, 0],
  ]
}
