import FabDiagnostics

/// One or many placements of a block.
struct DXFInsertion {
  /// The block.
  let block: String
  /// The layer of the insertion.
  let layer: String
  /// The line where the entity begins.
  let line: Int
  /// The number of columns, from 1.
  let columns: Int
  /// The number of rows, from 1.
  let rows: Int
  private let x: Double
  private let y: Double
  private let scaleX: Double
  private let scaleY: Double
  private let rotation: Double
  private let columnStep: Double
  private let rowStep: Double
  private let isMirrored: Bool

  /// Reads an INSERT.
  init(_ record: DXFRecord, layer: String) throws(DiagnosticError) {
    guard let block = record.text(2) else {
      throw record.source.corrupt(line: record.line, "INSERT names no block (group 2)")
    }
    self.block = block
    self.layer = layer
    line = record.line
    x = try record.required(10)
    y = try record.required(20)
    scaleX = try record.number(41) ?? 1
    scaleY = try record.number(42) ?? 1
    rotation = try record.number(50) ?? 0
    columns = try record.integer(70) ?? 1
    rows = try record.integer(71) ?? 1
    columnStep = try record.number(44) ?? 0
    rowStep = try record.number(45) ?? 0
    isMirrored = try record.number(230) ?? 1 < 0
    guard (1...32767).contains(columns), (1...32767).contains(rows) else {
      throw record.source.corrupt(
        line: line,
        "INSERT has \(columns) columns and \(rows) rows; 1 to 32767 is expected"
      )
    }
  }

  /// Returns the placement of one element of the grid.
  func placement(column: Int, row: Int) -> DXFPlacement {
    let turned = DXFPlacement.scaling(1, 1, turningBy: rotation)
    let step = turned.after(.move(Double(column) * columnStep, Double(row) * rowStep))
    let placed = DXFPlacement.move(x, y).after(step).after(.scaling(scaleX, scaleY, turningBy: 0))
    return isMirrored ? DXFPlacement.mirroredAtY.after(placed) : placed
  }
}
