public import FabDiagnostics
import FabStore

/// What `measure list` does: the sets that count, with their means.
public struct MeasurementListJob {
  private let session: StoreSession
  private let wafer: String?
  private let characteristic: String?

  /// Creates a job.
  public init(session: StoreSession, wafer: String?, characteristic: String?) {
    self.session = session
    self.wafer = wafer
    self.characteristic = characteristic
  }

  /// Lists.
  ///
  /// - Throws: A ``DiagnosticError`` if the store can't be read, or there is no such wafer or characteristic.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let (sets, units) = try session.read { (reader) throws(DiagnosticError) in
      if let wafer { _ = try reader.named(Wafer.self, wafer) }
      if let characteristic { _ = try reader.named(Characteristic.self, characteristic) }
      let known = try reader.all(Characteristic.self)
      return (
        try reader.measurementSets(wafer: wafer, characteristic: characteristic),
        Dictionary(known.map { ($0.code, $0.unit) }) { first, _ in first }
      )
    }
    var table = TextTable([
      ("set", .right), ("wafer", .left), ("component", .left), ("characteristic", .left),
      ("n", .right), ("missing", .right), ("mean", .right), ("sd", .right), ("unit", .left),
      ("measured at", .left), ("by", .left), ("", .left),
    ])
    table.rows = sets.map { set in
      [
        "\(set.id)", set.wafer, set.component, set.characteristic, "\(set.n)", "\(set.missing)",
        set.mean.map { EngineeringText.plain($0, digits: 6) } ?? "-",
        set.standardDeviation.map { EngineeringText.plain($0, digits: 3) } ?? "-",
        units[set.characteristic] ?? "",
        EntryTable<MeasurementSet>.cell(.text(set.measuredAt.text)),
        set.operatorName, set.generated != 0 ? "generated" : "",
      ]
    }
    return CommandOutput(
      text: sets.isEmpty ? "nothing was measured\n" : table.text,
      json: JSONText.encode(sets)
    )
  }
}
