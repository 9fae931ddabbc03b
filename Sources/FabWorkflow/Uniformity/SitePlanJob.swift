public import FabDiagnostics
import FabLayout
import FabQuality
public import FabUnits

/// What `measure plan` does: where to measure, and which PCU is nearest.
public struct SitePlanJob {
  /// The plan.
  public var kind: SitePlanKind
  /// The size of the wafer.
  public var wafer: String?
  /// The floor plan with the PCUs.
  public var floorPlan: String?
  /// The width of the rim without sites; that of the floor plan if `nil`.
  public var edgeExclusion: Length?

  private let recipe: String
  private let shared: SharedFiles
  private let files: OutputChoice

  /// Creates a job.
  public init(kind: SitePlanKind, recipe: String, shared: SharedFiles, files: OutputChoice) {
    self.kind = kind
    self.recipe = recipe
    self.shared = shared
    self.files = files
  }

  private struct Row: Encodable {
    let name: String
    let xMm: Double
    let yMm: Double
    let nearestPcu: String?
    let distanceMm: Double?
  }

  private struct Report: Encodable {
    let plan: String
    let wafer: String
    let edgeExclusionMm: Double
    let floorPlan: String?
    let sites: [Row]
  }

  /// Lists the sites.
  ///
  /// - Throws: A ``DiagnosticError`` for a wafer that doesn't exist, or all PCUs of a wafer without a floor plan.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try files.check()
    let planned = try PlannedSites(
      try LoadedRecipe(path: recipe),
      wafer: wafer,
      floorPlan: floorPlan,
      files: shared
    )
    let middles = planned.middles
    let exclusion = edgeExclusion?.value(in: .millimetre) ?? planned.exclusion
    let (plan, matches) = try QualityError.explained(
      at: .argument(kind == .all && middles.isEmpty ? "--sites" : "--edge-exclusion"),
      of: "PCUs"
    ) { () throws(QualityError) -> (SamplingPlan, [SamplingMatch]) in
      let plan = try kind.plan(layout: middles, radius: planned.radius, exclusion: exclusion)
      return (plan, middles.isEmpty ? [] : try plan.nearestSites(of: middles))
    }
    let report = Report(
      plan: plan.name,
      wafer: planned.wafer.size.rawValue,
      edgeExclusionMm: exclusion,
      floorPlan: planned.origin,
      sites: plan.sites.enumerated()
        .map { index, site in
          let match = matches.isEmpty ? nil : matches[index]
          return Row(
            name: site.name,
            // Places to the micrometre, as stages take them.
            xMm: (site.x * 1000).rounded() / 1000 + 0,
            yMm: (site.y * 1000).rounded() / 1000 + 0,
            nearestPcu: match?.actual.name,
            distanceMm: match.map { ($0.distance * 1000).rounded() / 1000 }
          )
        }
    )
    let written = try files.write {
      []
    } csv: {
      Array(Self.csv(report).utf8)
    }
    return CommandOutput(
      text: Self.text(report) + written,
      json: JSONText.encode(report),
      messages: planned.messages
    )
  }

  private static func text(_ report: Report) -> String {
    var table = TextTable([
      ("site", .left), ("x/mm", .right), ("y/mm", .right), ("nearest PCU", .left),
      ("away/mm", .right),
    ])
    table.rows = report.sites.map {
      [
        $0.name, LayoutText.decimals($0.xMm, 3), LayoutText.decimals($0.yMm, 3),
        $0.nearestPcu ?? "-", $0.distanceMm.map { LayoutText.decimals($0, 2) } ?? "-",
      ]
    }
    return
      "\(report.plan) on a \(report.wafer) wafer, edge exclusion "
      + "\(LayoutText.shortest(report.edgeExclusionMm)) mm"
      + (report.floorPlan.map { ", PCUs of \($0)" } ?? ", no floor plan") + "\n\n" + table.text
  }

  private static func csv(_ report: Report) -> String {
    "site,xMm,yMm,nearestPcu,distanceMm\n"
      + report.sites
      .map {
        "\($0.name),\($0.xMm),\($0.yMm),\($0.nearestPcu ?? ""),"
          + "\($0.distanceMm.map { "\($0)" } ?? "")\n"
      }
      .joined()
  }
}
