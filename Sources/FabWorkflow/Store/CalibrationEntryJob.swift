public import FabDiagnostics
import FabMetrology
import FabStore

/// What `equipment calibrate` does.
public struct CalibrationEntryJob {
  /// The material that the factor holds for; empty for all.
  public var material = ""
  /// The factor; `nil` to compute it from what was indicated and measured.
  public var value: Double?
  /// What the instrument said.
  public var indicated: Double?
  /// What was true.
  public var measured: Double?
  /// How that was found.
  public var method = ""
  private let session: StoreSession
  private let equipment: String
  private let kind: String

  /// Creates a job.
  public init(session: StoreSession, equipment: String, kind: String) {
    self.session = session
    self.equipment = equipment
    self.kind = kind
  }

  /// Records the factor.
  ///
  /// - Throws: A ``DiagnosticError`` if the instrument is unknown, or a factor to compute from isn't there.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try session.change { (writer, moment) throws(DiagnosticError) in
      _ = try writer.reader.named(Equipment.self, equipment)
      let old = try writer.reader.calibration(
        equipment,
        kind: kind,
        material: material,
        at: moment
      )
      var previous = old?.value
      var new = value
      if let indicated, let measured {
        guard indicated > 0, measured > 0 else {
          throw DiagnosticError(
            Diagnostic(
              .outOfRange,
              at: .argument("--indicated"),
              "indicated \(indicated) and measured \(measured) are positive numbers"
            )
          )
        }
        switch kind {
        case "tooling":
          new = MonitorCorrection.tooling(
            old: previous ?? 1,
            indicated: [indicated],
            measured: [measured]
          )
        case "density":
          let density = try writer.reader.find(Material.self, .text(material))?.densityGPerCm3
          previous = previous ?? density
          guard let previous else {
            throw DiagnosticError(
              Diagnostic(
                .unknownEntry,
                at: .argument("--material"),
                "no density of '\(material)' is known that could be corrected",
                fixes: ["give --value, or add the material with its density"]
              )
            )
          }
          new = MonitorCorrection.density(
            old: previous,
            indicated: [indicated],
            measured: [measured]
          )
        default:
          throw DiagnosticError(
            Diagnostic(
              .unknownChoice,
              at: .argument(kind),
              "only tooling factors and densities are computed from readings",
              fixes: ["give --value"]
            )
          )
        }
      }
      guard let new, new.isFinite else {
        throw DiagnosticError(Diagnostic(.notFinite, at: .argument("--value"), "no finite value"))
      }
      try writer.add(
        Calibration(
          equipment: equipment,
          kind: kind,
          material: material,
          validFrom: moment,
          value: new,
          previous: previous,
          indicated: indicated,
          measured: measured,
          method: method
        )
      )
      return StoreRemarks()
    }
  }
}
