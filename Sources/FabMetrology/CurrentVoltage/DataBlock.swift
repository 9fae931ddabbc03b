/// A block of values below a `DataName` row.
struct DataBlock {
  private var names: [String]
  private var run: IVRun?
  /// The points of one curve; the next begins after so many.
  private var length: Int?
  var points = IVRun.Points()

  init(_ row: IVRow, units: [IVRow.Cell]?, length: [IVRow.Cell]?) {
    names = row.cells.map(\.text)
    self.length = length.flatMap { $0.count > 1 ? Int($0[1].text) : nil }
    setUnits(units ?? [])
  }

  mutating func setUnits(_ units: [IVRow.Cell]) {
    var cells: [IVRow.Cell] = []
    for (index, name) in names.enumerated() {
      let unit = units.indices.contains(index) && index > 0 ? units[index].text : ""
      let text = index == 0 ? "" : unit.isEmpty ? name : "\(name) (\(unit))"
      cells.append(IVRow.Cell(text: text, column: 1))
    }
    run = IVRun.runs(of: IVRow(line: 0, cells: cells)).first
  }

  mutating func add(_ row: IVRow, of table: TextTable) throws(RowRefusal) {
    guard let run else { return }
    try table.checkCount(row, atMost: names.count)
    let voltage = try table.requiredNumber(row, run.voltage.index, "a voltage")
    let current = try table.requiredNumber(row, run.current.index, "a current")
    points.add(voltage, current, [], row.line, run)
  }

  /// The curves; all points in one where the block doesn't say how long a curve is.
  func records(name: String) -> [IVRecord] {
    let count = points.voltages.count
    guard count > 0 else { return [] }
    let part = length.flatMap { $0 > 0 && $0 < count ? $0 : nil } ?? count
    return stride(from: 0, to: count, by: part)
      .map { start in
        let range = start..<min(count, start + part)
        return IVRecord(
          name: name,
          voltages: Array(points.voltages[range]),
          currents: Array(points.currents[range]),
          lines: Array(points.lines[range]),
          stated: Array(points.flags[range])
        )
      }
  }
}
