/// What was really done in a step.
public struct RunStep: StoreEntry {
  /// The table.
  public static let table = "run_step"
  /// What people call one of them.
  public static let noun = "step of a run"
  /// What makes it unique.
  public static let key = ["run", "seq", "attempt"]
  /// Its properties in order.
  public static let fields = [
    EntryField("run", .text),
    EntryField("seq", .integer),
    EntryField("attempt", .integer),
    EntryField("startedAt", .time, isOptional: true),
    EntryField("endedAt", .time),
    EntryField("thicknessNm", .number, isOptional: true),
    EntryField("rateAPerS", .number, isOptional: true),
    EntryField("rateSdAPerS", .number, isOptional: true),
    EntryField("temperatureC", .number, isOptional: true),
    EntryField("pressurePa", .number, isOptional: true),
    EntryField("pressureEndPa", .number, isOptional: true),
    EntryField("timeS", .number, isOptional: true),
    EntryField("tooling", .number, isOptional: true),
    EntryField("operatorName", .text),
    EntryField("note", .text, isOptional: true),
  ]

  /// The run.
  public var run: String
  /// The step of the recipe.
  public var seq: Int
  /// Counts repetitions of the step, from 1.
  public var attempt: Int
  /// When it began.
  public var startedAt: UTCTime?
  /// When it ended.
  public var endedAt: UTCTime
  /// Thickness, nm.
  public var thicknessNm: Double?
  /// Mean rate, Å/s.
  public var rateAPerS: Double?
  /// Standard deviation of the rate, Å/s.
  public var rateSdAPerS: Double?
  /// Temperature, °C.
  public var temperatureC: Double?
  /// Pressure at the start, Pa.
  public var pressurePa: Double?
  /// Pressure at the end, Pa.
  public var pressureEndPa: Double?
  /// Time, s.
  public var timeS: Double?
  /// The tooling factor that was set.
  public var tooling: Double?
  /// Who did it.
  public var operatorName: String
  /// A remark: what deviated and why.
  public var note: String?

  /// Creates an entry.
  public init(
    run: String,
    seq: Int,
    attempt: Int,
    startedAt: UTCTime? = nil,
    endedAt: UTCTime,
    thicknessNm: Double? = nil,
    rateAPerS: Double? = nil,
    rateSdAPerS: Double? = nil,
    temperatureC: Double? = nil,
    pressurePa: Double? = nil,
    pressureEndPa: Double? = nil,
    timeS: Double? = nil,
    tooling: Double? = nil,
    operatorName: String,
    note: String? = nil
  ) {
    self.run = run
    self.seq = seq
    self.attempt = attempt
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.thicknessNm = thicknessNm
    self.rateAPerS = rateAPerS
    self.rateSdAPerS = rateSdAPerS
    self.temperatureC = temperatureC
    self.pressurePa = pressurePa
    self.pressureEndPa = pressureEndPa
    self.timeS = timeS
    self.tooling = tooling
    self.operatorName = operatorName
    self.note = note
  }
}
