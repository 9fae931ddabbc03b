public import FabDiagnostics

/// What a script of a source meter prints with `printbuffer`: one line of numbers without header, values of the
/// buffers' columns interleaved.
public enum KeithleyBufferReader {
  /// What each group of numbers holds, in its order.
  public enum Layout: String, CaseIterable, Sendable {
    /// Timestamp in s, source value in V, reading in A.
    case timeVoltageCurrent = "time-voltage-current"
    /// Source value in V, reading in A.
    case voltageCurrent = "voltage-current"
    /// Reading in A, source value in V.
    case currentVoltage = "current-voltage"

    /// The numbers of a group.
    var width: Int { self == .timeVoltageCurrent ? 3 : 2 }
    var voltage: Int { self == .voltageCurrent ? 0 : 1 }
    var current: Int { [2, 1, 0][Self.allCases.firstIndex(of: self) ?? 0] }
  }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - name: The file as the user named it.
  ///   - bytes: The content.
  ///   - layout: What the groups hold; `nil` finds it: groups of three where every third number is a time that rises
  ///     from 0, else pairs of voltage and current.
  /// - Returns: One record; `assumed-columns` among the messages where the layout was found.
  /// - Throws: A ``DiagnosticError``: `malformed-row` (numbers left over, or no numbers), `no-measurement`.
  public static func read(
    name: String,
    bytes: [UInt8],
    layout: Layout? = nil
  ) throws(DiagnosticError) -> IVRecord {
    let text = try InstrumentText(name: name, bytes: bytes)
    var numbers: [(value: Double, line: Int)] = []
    for (index, line) in text.lines.enumerated() {
      let mark: Character = line.contains(",") ? "," : line.contains("\t") ? "\t" : " "
      for cell in IVRow(line, line: index + 1, separator: mark).cells {
        guard let value = DecimalParser.value(of: cell.text) else {
          throw DiagnosticError(
            Diagnostic(
              .malformedRow,
              at: text.place(line: index + 1, column: cell.column, length: cell.text.count),
              "found '\(cell.text)', expected numbers of printbuffer and nothing else",
              fixes: ["import the file with a column map if it has a header"]
            )
          )
        }
        numbers.append((value, index + 1))
      }
    }
    guard !numbers.isEmpty else {
      throw DiagnosticError(
        text.nothingMeasured(
          "the file has no numbers",
          fix: "print timestamps, sourcevalues and readings of the buffer"
        )
      )
    }
    let found = layout ?? (isTimed(numbers.map(\.value)) ? .timeVoltageCurrent : .voltageCurrent)
    guard numbers.count.isMultiple(of: found.width) else {
      throw DiagnosticError(
        Diagnostic(
          .malformedRow,
          at: text.place(line: numbers[numbers.count - 1].line),
          "\(numbers.count) numbers don't make groups of \(found.width): the line is cut, or the groups hold something else",
          fixes: ["state what the groups hold, or transfer the buffer again"]
        )
      )
    }
    let points = stride(from: 0, to: numbers.count, by: found.width)
      .map { start in
        (numbers[start + found.voltage], numbers[start + found.current])
      }
    let note = Diagnostic(
      .assumedColumns,
      severity: .note,
      at: text.place(line: points[0].0.line),
      "no header: groups are taken for \(found.rawValue) in s, V, A",
      fixes: ["state the layout if that's wrong"]
    )
    return IVRecord(
      name: name,
      voltages: points.map(\.0.value),
      currents: points.map(\.1.value),
      lines: points.map(\.0.line),
      messages: layout == nil ? [note] : []
    )
  }

  private static func isTimed(_ values: [Double]) -> Bool {
    guard values.count.isMultiple(of: 3) else { return false }
    let times = stride(from: 0, to: values.count, by: 3).map { values[$0] }
    let rises = zip(times, times.dropFirst()).allSatisfy { $0 < $1 }
    guard rises, times[0] >= 0, times.count > 1 else { return false }
    // A sweep of voltages rises too; then the numbers between don't alternate in threes.
    guard values.count.isMultiple(of: 2) else { return true }
    let pairs = stride(from: 0, to: values.count, by: 2).map { values[$0] }
    return !zip(pairs, pairs.dropFirst()).allSatisfy { $0 < $1 }
  }
}
