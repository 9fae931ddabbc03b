public import FabDiagnostics
import FabQuality
import FabReports
import FabStore

/// What `measure uniformity` does: all usual figures of one wafer, and its map.
public struct UniformityJob {
  private let session: StoreSession
  private let wafer: String
  private let characteristic: String
  private let component: String
  private let files: OutputChoice

  /// Creates a job.
  public init(
    session: StoreSession,
    wafer: String,
    characteristic: String,
    component: String,
    files: OutputChoice
  ) {
    self.session = session
    self.wafer = wafer
    self.characteristic = characteristic
    self.component = component
    self.files = files
  }

  /// Computes the figures.
  ///
  /// - Throws: A ``DiagnosticError`` with `unknown-entry`, or `no-measurement` for fewer than two values.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try files.check()
    let reading = try session.read { (reader) throws(DiagnosticError) in
      try WaferReading(
        wafer,
        characteristic: characteristic,
        component: component,
        database: session.database,
        from: reader
      )
    }
    let counted = reading.counted
    let measured = counted.compactMap { place in place.value.map { (place.site, $0) } }
    let (sites, values) = (measured.map(\.0), measured.map(\.1))
    let unit = reading.characteristic.unit
    let exclusion = reading.wafer.edgeExclusionMm
    let (report, planeless, shape) = try QualityError.explained(
      at: .file(session.database),
      of: "values"
    ) {
      () throws(QualityError) -> (
        FabQuality.UniformityReport, FabQuality.UniformityReport?, WaferShape?
      ) in
      let report = try FabQuality.UniformityReport(
        counted.map(\.value),
        at: counted.map(\.site),
        unit: unit,
        edgeExclusion: exclusion
      )
      guard let shape = WaferShape(values, at: sites) else { return (report, nil, nil) }
      let planeless = try FabQuality.UniformityReport(
        shape.removingPlane(from: values, at: sites),
        at: sites,
        unit: unit,
        edgeExclusion: exclusion
      )
      return (report, planeless, shape)
    }
    let table = UniformityTable(
      reading: reading,
      report: report,
      planeless: planeless,
      tiltDirection: shape?.tiltDirection,
      surface: try? SurfaceFit(values, at: sites)
    )
    let written = try files.write {
      WaferValuePicture(
        title: "\(reading.axis.label), wafer \(wafer)",
        subtitles: [
          reading.isGenerated ? "generated values" : "measured values",
          "edge exclusion \(LayoutText.shortest(exclusion)) mm",
        ],
        wafer: DrawnWafer.of(reading.wafer),
        sites: reading.siteValues,
        quantity: reading.axis
      )
      .svg()
    } csv: {
      Array(table.csv.utf8)
    }
    return CommandOutput(text: table.text + written, json: JSONText.encode(table.summary))
  }
}
