/// Sums of squares of a crossed study with equal numbers of repeats.
struct GaugeTable {
  let parts: Int
  let operators: Int
  let repeats: Int
  let byPart: Double
  let byOperator: Double
  let interaction: Double
  let error: Double
  var total: Double { byPart + byOperator + interaction + error }

  init(_ values: [[[Double]]]) throws(QualityError) {
    parts = values.count
    guard parts >= 2 else { throw .tooFew(found: parts, needed: 2) }
    operators = values[0].count
    guard operators >= 2 else { throw .tooFew(found: operators, needed: 2) }
    repeats = values[0][0].count
    guard repeats >= 2 else { throw .tooFew(found: repeats, needed: 2) }
    for (index, part) in values.enumerated() {
      guard part.count == operators else {
        throw .mismatched(found: part.count, expected: operators)
      }
      for cell in part {
        guard cell.count == repeats else { throw .mismatched(found: cell.count, expected: repeats) }
        for value in cell where !value.isFinite { throw .notFinite(index: index) }
      }
    }
    let cells = values.map { part in part.map(Self.mean) }
    let partMeans = cells.map(Self.mean)
    let count = operators
    let operatorMeans = (0..<count).map { column in Self.mean(cells.map { $0[column] }) }
    let grand = Self.mean(partMeans)
    let (o, r, p) = (Double(operators), Double(repeats), Double(parts))
    byPart = o * r * partMeans.reduce(0) { $0 + ($1 - grand) * ($1 - grand) }
    byOperator = p * r * operatorMeans.reduce(0) { $0 + ($1 - grand) * ($1 - grand) }
    var cross = 0.0
    var rest = 0.0
    for (row, part) in values.enumerated() {
      for (column, cell) in part.enumerated() {
        let deviation = cells[row][column] - partMeans[row] - operatorMeans[column] + grand
        cross += r * deviation * deviation
        for value in cell { rest += (value - cells[row][column]) * (value - cells[row][column]) }
      }
    }
    interaction = cross
    error = rest
  }

  private static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}
