public import FabDiagnostics
import FabHash
import FabLayout
import FabQuality
import FabReports
import FabStore

/// What `yield models` does: defect densities that explain a yield, by the usual models.
public struct YieldModelsJob {
  /// The area that a defect must hit.
  public enum AreaKind: String, CaseIterable, Sendable {
    /// Where electrodes overlap: the devices.
    case device
    /// The whole cell of a PCU.
    case cell
  }

  /// The part of PCUs.
  public var component = "PCU"
  /// The area that a defect must hit.
  public var area = AreaKind.device
  /// The floor plan of the wafers; found among those that come with the tool if `nil`.
  public var floorPlan: String?
  /// The clustering of the negative binomial model; fitted to the components if `nil`.
  public var alpha: Double?

  private let jobs: YieldJobs
  private let shared: SharedFiles

  /// Creates a job.
  public init(
    session: StoreSession,
    selection: MeasurementSelection,
    files: OutputChoice,
    shared: SharedFiles
  ) {
    jobs = YieldJobs(session: session, selection: selection, files: files)
    self.shared = shared
  }

  /// Fits the models.
  ///
  /// - Throws: A ``DiagnosticError`` with `no-measurement` where nothing was binned, `no-floor-plan` where areas
  ///   aren't known.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let subject = try YieldJobs.subject(component)
    let reading = try jobs.reading()
    let areas = try areas(of: reading)
    func observation(_ subject: BinSubject) -> YieldObservation {
      let count = YieldCount(of: subject, in: reading.units)
      return YieldObservation(
        area: (areas[subject] ?? 0) / 100,
        good: count.good,
        tested: count.tested
      )
    }
    let observed = observation(subject)
    var notes: [String] = []
    let report = try QualityError.explained(at: .file(jobs.session.database), of: "judged PCUs") {
      () throws(QualityError) -> YieldModelsReport in
      var models: [YieldModel] = [.poisson, .murphy, .seedsExponential, .seedsRoot]
      var isFitted = false
      var alphaInterval: ClosedRange<Double>?
      if let alpha {
        guard alpha > 0, alpha.isFinite else {
          throw .outOfRange(parameter: "alpha", found: alpha, expected: "above zero")
        }
        models.append(.negativeBinomial(alpha: alpha))
      } else if area == .device {
        let parts = BinSubject.components.map(observation).filter { $0.tested > 0 && $0.area > 0 }
        // One area alone says nothing about clustering: any alpha explains it with a density of its own.
        if let fit = try? DefectDensityFit(clusteredIn: parts) {
          models.append(fit.model)
          notes += fit.notes
          isFitted = true
          alphaInterval = fit.alphaInterval
        }
      }
      if models.count == 4 {
        models.append(.negativeBinomial(alpha: 2))
        notes.append("alpha isn't known: 2 is assumed; choose another with --alpha")
      }
      let fits = try models.map { (model) throws(QualityError) in
        try DefectDensityFit([observed], model: model)
      }
      notes += fits.flatMap(\.notes)
      return YieldModelsReport(
        title: reading.title,
        component: subject.rawValue,
        isGenerated: reading.isGenerated,
        areaKind: area.rawValue,
        areaMm2: 100 * observed.area,
        good: observed.good,
        tested: observed.tested,
        isAlphaFitted: isFitted,
        models: fits.map {
          YieldModelsReport.Model($0, alpha: alphaInterval, area: observed.area)
        },
        observedOfNinePercent: Self.arrays(reading.units, subject),
        notes: notes.reduce(into: []) { list, note in
          if !list.contains(note) { list.append(note) }
        }
      )
    }
    let written = try jobs.files.write {
      picture(report)
    } csv: {
      Array(report.csv.utf8)
    }
    return CommandOutput(
      text: report.text + written,
      json: JSONText.encode(report),
      messages: reading.messages
    )
  }

  /// The share of arrays of nine of which all are good, in percent; `nil` where there are none.
  private static func arrays(_ units: [YieldUnit], _ subject: BinSubject) -> Double? {
    let groups = Dictionary(grouping: units.filter { $0.array != nil }) {
      "\($0.wafer)/\($0.array ?? "")"
    }
    let judged = groups.values
      .map { group in group.compactMap { $0.isGood(subject) } }
      .filter { $0.count == 9 }
    guard !judged.isEmpty else { return nil }
    return 100 * Double(judged.count { $0.allSatisfy { $0 } }) / Double(judged.count)
  }

  private func picture(_ report: YieldModelsReport) -> [UInt8] {
    let steps = (0...60).map { Double($0) / 60 * 12 }
    return
      ChartPanel.line(
        LineChart(
          title: "Yield by area, \(report.component) of \(report.title)",
          x: ChartAxis("area in areas of one \(report.component)"),
          y: ChartAxis("yield", unit: "%"),
          series: report.models.map { model in
            ChartSeries(
              model.name,
              points: steps.map { ChartPoint($0, model.yieldPercent(ofAreas: $0)) }
            )
          },
          remark: "points of curves; \(report.good) of \(report.tested) good"
        )
      )
      .svg(width: 160, height: 100)
  }

  // MARK: - Areas

  /// The areas in mm².
  private func areas(of reading: YieldReading) throws(DiagnosticError) -> [BinSubject: Double] {
    guard let site = reading.wafers[0].sites.first, let layout = reading.wafers[0].wafer.layout
    else { return [:] }
    let cell = Double(site.widthUm) * Double(site.heightUm) / 1e6
    if area == .cell {
      return Dictionary(uniqueKeysWithValues: BinSubject.allCases.map { ($0, cell) })
    }
    let version = try jobs.session.read { (reader) throws(DiagnosticError) in
      try reader.named(LayoutVersion.self, layout)
    }
    let found = try plan(of: version).pcu.deviceAreas(bitLine: .ending)
    let parts: [BinSubject: Double] = [
      .diode1: found.forwardDiode, .diode2: found.backwardDiode,
      .multistate: found.multistate, .binary: found.binary,
    ]
    return parts.merging([.unit: parts.values.sorted().reduce(0, +)]) { first, _ in first }
  }

  /// The floor plan that the wafers carry, found by its hash.
  private func plan(of version: LayoutVersion) throws(DiagnosticError) -> FloorPlan {
    func isCarried(_ plan: FloorPlan) -> Bool {
      ContentHash(of: plan.canonicalJSON).hexadecimal == version.floorPlanSha256
    }
    if let floorPlan {
      let plan = try FloorPlan.read(InputFile.text(at: floorPlan))
      if isCarried(plan) { return plan }
    } else {
      for path in shared.paths(in: "Layouts", prefix: "", suffix: ".yaml") {
        // A plan that can't be read isn't the one that a layout was made from.
        guard let plan = try? FloorPlan.read(InputFile.text(at: path)) else { continue }
        if isCarried(plan) { return plan }
      }
    }
    throw DiagnosticError(
      Diagnostic(
        .noFloorPlan,
        at: floorPlan.map { .file($0) } ?? .file(jobs.session.database),
        floorPlan == nil
          ? "no floor plan that comes with the tool is '\(version.name)', which the wafers carry"
          : "this isn't the floor plan '\(version.name)' that the wafers carry",
        fixes: ["name it with --floor-plan, or take --area cell"]
      )
    )
  }
}
