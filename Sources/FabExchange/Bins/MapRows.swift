import FabDiagnostics
import FabXML

/// Fills a map from the rows of a file.
enum MapRows {
  /// The most devices of a map [ours]: a wafer of 300 mm has a million of 0.26 mm.
  static let mostDevices = 4_000_000

  /// Reads rows of text into a map.
  ///
  /// - Parameters:
  ///   - rows: The elements whose texts are the rows.
  ///   - map: The map to fill.
  ///   - frame: How the rows lie.
  ///   - order: How rows are taken.
  /// - Returns: Whether all rows were read.
  static func fill(
    _ rows: [MapElement],
    _ map: inout BinMap,
    frame: MapFrame,
    order: MapRowOrder
  ) -> Bool {
    var isComplete = true
    for (index, row) in rows.enumerated() {
      do {
        let codes = try BinRowText.codes(
          row.element.text,
          type: map.codeType,
          expected: frame.columns
        )
        for (column, code) in codes.enumerated() where code != map.nullCode {
          map[frame.place(fileRow: index, fileColumn: column, order: order)] = code
        }
      } catch {
        isComplete = false
        row.fail(.malformedRow, text(of: error, row: index + 1, type: map.codeType))
      }
    }
    return isComplete
  }

  private static func text(of defect: BinRowText.Defect, row: Int, type: BinCodeType) -> String {
    switch defect {
    case .length(let found, let expected):
      "row \(row) has \(found) devices, expected \(expected)"
    case .code(let text, let column):
      "device \(column) of row \(row) is '\(ExchangeName.shown(text))', expected a \(type.rawValue) code"
    case .partial(let characters, let width):
      "row \(row) has \(characters) characters, expected \(width) for each device"
    }
  }
}
