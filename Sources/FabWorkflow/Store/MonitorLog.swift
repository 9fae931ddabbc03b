import FabDiagnostics
import FabMetrology
import FabStore

/// A log of a crystal monitor: its bytes, and what they say of one film.
struct MonitorLog {
  let stored: StoredFile
  let log: DepositionLog
  let messages: [Diagnostic]
  let isClean: Bool

  /// From the first to the last point, s; `nil` for a summary.
  var duration: Double? {
    guard let first = log.times.first, let last = log.times.last else { return nil }
    return last - first
  }

  /// How long the film grew, s: from the first to the last rate above a tenth of the largest.
  var growthTime: Double? {
    let floor = 0.1 * (log.rates.max() ?? 0)
    let growing = zip(log.times, log.rates).filter { $0.1 > floor }.map(\.0)
    guard let first = growing.first, let last = growing.last, last > first else { return duration }
    return last - first
  }

  /// Reads a log.
  ///
  /// - Throws: A ``DiagnosticError`` if the file holds no log, several layers of which none is chosen, or refused rows.
  init(_ request: MonitorLogRequest) throws(DiagnosticError) {
    let bytes = try InputFile.bytes(at: request.file, limit: InputFile.measurementLimit)
    try self.init(request, bytes)
  }

  /// Reads a log from its bytes.
  init(_ request: MonitorLogRequest, _ bytes: [UInt8]) throws(DiagnosticError) {
    let name = request.file
    let map = try request.map.map { (path) throws(DiagnosticError) in
      try ColumnMap.read(
        name: path,
        bytes: InputFile.bytes(at: path, limit: InputFile.textLimit)
      )
    }
    let format = try request.format.map { (name) throws(DiagnosticError) in
      try InstrumentFile.format(named: name)
    }
    let file = try InstrumentFile(name: name, bytes: bytes, format: format, map: map)
    guard case .logs(let logs) = file.content else {
      throw DiagnosticError(
        Diagnostic(
          .unsupportedContent,
          at: .file(name),
          "the file was read as \(file.format), which is no log of a crystal monitor",
          fixes: ["state the format with --format, or the columns with --map"]
        )
      )
    }
    if file.refusedCount > 0, !request.skipsRefused {
      throw DiagnosticError(
        RowRefusal.refusingFile(file.messages) + [
          Diagnostic(
            .malformedRow,
            at: .file(name),
            file.refusedCount == 1
              ? "a row can't be read, so nothing was stored"
              : "\(file.refusedCount) rows can't be read, so nothing was stored",
            fixes: ["correct them, or leave them out with --skip-refused"]
          )
        ]
      )
    }
    let layer = request.layer ?? (logs.count == 1 ? 1 : 0)
    guard (1...logs.count).contains(layer) else {
      throw DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: .argument("--layer"),
          "\(name) has \(logs.count) layers"
            + (request.layer.map { ", no layer \($0)" } ?? "; which one is meant isn't known"),
          notes: logs.enumerated().map { .init("\($0 + 1): \($1.name)") },
          fixes: ["name one with --layer"]
        )
      )
    }
    log = logs[layer - 1]
    stored = StoredFile(name: OutputPath(name).name ?? name, bytes: bytes)
    messages = file.messages
    isClean = file.refusedCount == 0
  }

  /// What the log says, in a line for people.
  var line: String {
    var parts: [String] = []
    func add(_ name: String, _ value: Double?, _ unit: String, digits: Int = 4) {
      guard let value else { return }
      parts.append("\(name) \(EngineeringText.plain(value, digits: digits)) \(unit)")
    }
    add("mean rate", log.meanRate, "A/s")
    add("sd of the rate", log.rateDeviation, "A/s", digits: 2)
    add("end thickness", log.endThickness, "nm")
    add("growth", growthTime, "s")
    return "\(stored.name): " + (parts.isEmpty ? "no numbers" : parts.joined(separator: ", "))
  }

  /// Fills what wasn't given by hand.
  func fill(_ step: inout RunStep) {
    step.thicknessNm = step.thicknessNm ?? log.endThickness
    step.rateAPerS = step.rateAPerS ?? log.meanRate
    step.rateSdAPerS = step.rateSdAPerS ?? log.rateDeviation
    step.timeS = step.timeS ?? growthTime
    // A log has no date of its own; it ended with the step.
    if step.startedAt == nil, let duration {
      step.startedAt = UTCTime(
        milliseconds: step.endedAt.milliseconds - Int64((duration * 1000).rounded())
      )
    }
  }
}
