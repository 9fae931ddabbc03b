import FabUnits

/// The columns of one run in a table that has several side by side.
struct IVRun {
  var voltage: IVColumn
  var current: IVColumn
  var status: Int?

  /// Pairs the columns of a header: a run is complete with a voltage and a current.
  static func runs(of row: IVRow) -> [IVRun] {
    var runs: [IVRun] = []
    var voltage: IVColumn?
    var current: IVColumn?
    for (index, cell) in row.cells.enumerated() {
      let letters = cell.text.lowercased()
      if letters.contains("status") || letters.contains("compliance") {
        if !runs.isEmpty { runs[runs.count - 1].status = index }
        continue
      }
      let column = IVColumn(cell.text, index: index)
      switch column.kind {
      case .voltage: voltage = voltage ?? column
      case .current: current = current ?? column
      case nil: continue
      }
      if let first = voltage, let second = current {
        runs.append(IVRun(voltage: first, current: second))
        (voltage, current) = (nil, nil)
      }
    }
    return runs
  }

  /// Whether a row has anything of this run; shorter runs end in empty cells.
  func hasPoint(_ row: IVRow) -> Bool {
    [voltage.index, current.index]
      .contains { index in
        row.cells.indices.contains(index) && !row.cells[index].text.isEmpty
      }
  }

  /// What the status column says of a row.
  func flags(_ row: IVRow) -> ReadingFlags {
    guard let status, row.cells.indices.contains(status) else { return [] }
    switch row.cells[status].text.lowercased() {
    case "", "0", "ok", "normal", "no", "false", "none": return []
    case "overflow", "ovf", "overrange": return .overflow
    default: return .compliance
    }
  }

  /// The points of a run while its file is read.
  struct Points {
    var voltages: [Double] = []
    var currents: [Double] = []
    var lines: [Int] = []
    var flags: [ReadingFlags] = []

    mutating func add(
      _ voltage: Double,
      _ current: Double,
      _ stated: ReadingFlags,
      _ line: Int,
      _ run: IVRun
    ) {
      voltages.append(IVRun.scaled(voltage, run.voltage.exponent))
      currents.append(IVRun.scaled(current, run.current.exponent))
      lines.append(line)
      flags.append(stated)
    }

    func record(name: String) -> IVRecord {
      IVRecord(name: name, voltages: voltages, currents: currents, lines: lines, stated: flags)
    }
  }

  /// Shifts in decimal, so that 1.1 mV is the double that 0.0011 V is; marks of overflow are never scaled.
  static func scaled(_ value: Double, _ exponent: Int) -> Double {
    guard exponent != 0, abs(value) < IVNumber.overflow else { return value }
    return ExactDecimal(value)?.shifted(by: exponent).doubleValue ?? .nan
  }
}
