import FabDiagnostics

/// One range of a `.uxd` file.
struct UXDRange {
  var keys: [(name: String, value: String)] = []
  var points = DiffractionPoints()
  /// Whether rows are pairs of 2θ and counts; `nil` before the key that says so.
  private var isPairs: Bool?
  /// Whether values are counts a second.
  private var isRate = false

  /// An empty range with the keys of this one, which hold for later ranges too.
  var following: UXDRange {
    var next = UXDRange()
    next.keys = keys
    return next
  }

  mutating func read(_ text: Substring, line: Int) {
    let parts = text.dropFirst().split(separator: "=", maxSplits: 1)
    let key = parts.first.map { $0.trimmingSpaces.uppercased() } ?? ""
    switch key {
    case "COUNTS": (isPairs, isRate) = (false, false)
    case "CPS": (isPairs, isRate) = (false, true)
    case "2THETACOUNTS", "2THETACOUNTSTIME": (isPairs, isRate) = (true, false)
    case "2THETACPS": (isPairs, isRate) = (true, true)
    default:
      let value = parts.count > 1 ? String(parts[1].trimmingSpaces) : ""
      keys.removeAll { $0.name == key }
      keys.append((key, value.replacing("'", with: "").replacing("\"", with: "")))
    }
  }

  /// Adds a line of values.
  mutating func add(_ row: IVRow, in text: InstrumentText) throws(RowRefusal) {
    var values: [Double] = []
    for cell in row.cells {
      guard let value = DecimalParser.value(of: cell.text) else {
        throw Self.refusal(row, cell, "'\(cell.text)'", "numbers")
      }
      values.append(value)
    }
    guard let first = row.cells.first else { return }
    guard let isPairs else {
      throw Self.refusal(row, first, "values", "_COUNTS or _2THETACOUNTS before them")
    }
    // Counts a second aren't Poisson's; with the time they are counts again.
    let time = isRate ? number("STEPTIME") ?? 1 : 1
    if isPairs {
      guard values.count == 2 || values.count == 3 else {
        throw Self.refusal(row, first, "\(values.count) values", "2θ and counts")
      }
      try DiffractionPoints.check(values[0], after: points.angles.last, row)
      points.angles.append(values[0])
      points.counts.append(values[1] * time)
      return
    }
    guard let start = number("START") ?? number("2THETA"), let step = number("STEPSIZE"), step > 0
    else {
      throw Self.refusal(row, first, "counts without angles", "_START and _STEPSIZE before them")
    }
    for value in values {
      points.angles.append(start + Double(points.angles.count) * step)
      points.counts.append(value * time)
    }
  }

  private func number(_ key: String) -> Double? {
    keys.first { $0.name == key }.flatMap { DecimalParser.value(of: $0.value) }
  }

  var scan: DiffractionScan {
    DiffractionScan(
      name: keys.first { $0.name == "SAMPLE" }?.value ?? "",
      angles: points.angles,
      counts: points.counts,
      stepTime: number("STEPTIME"),
      alpha1Wavelength: number("WL1"),
      alpha2Wavelength: number("WL2"),
      metadata: keys.map { "\($0.name) = \($0.value)" }
    )
  }

  private static func refusal(
    _ row: IVRow,
    _ cell: IVRow.Cell,
    _ found: String,
    _ expected: String
  ) -> RowRefusal {
    RowRefusal(
      line: row.line,
      column: cell.column,
      length: max(1, cell.text.count),
      found: found,
      expected: expected
    )
  }
}
