public import FabDiagnostics
import FabQuality
import FabStore

/// What `yield pattern` does: whether failing PCUs lie together, and in which shape.
public struct YieldPatternJob {
  /// The seed of the permutations.
  public var seed: UInt64 = 1

  private let jobs: YieldJobs
  private let wafer: String
  private let component: String

  /// Creates a job.
  public init(session: StoreSession, wafer: String, component: String, files: OutputChoice) {
    jobs = YieldJobs(
      session: session,
      selection: MeasurementSelection(wafers: [wafer]),
      files: files
    )
    self.wafer = wafer
    self.component = component
  }

  private struct Joins: Encodable {
    let badPairs: Int
    let expectedBadPairs: Double
    let p: Double
  }

  private struct Moran: Encodable {
    let index: Double
    let expected: Double
    let p: Double
  }

  private struct Report: Encodable {
    let wafer: String
    let component: String
    let isGenerated: Bool
    let judged: Int
    let bad: Int
    let pattern: String
    let reason: String
    let joins: Joins?
    let moran: Moran?
    let ringP: Double?
    let quadrantP: Double?
  }

  /// Looks for a pattern.
  ///
  /// - Throws: A ``DiagnosticError`` with `no-measurement` for fewer than 20 judged PCUs.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let subject = try YieldJobs.subject(component)
    let reading = try jobs.reading()
    let judged = reading.units.compactMap { unit in
      unit.isGood(subject).map { (isBad: !$0, site: unit.site) }
    }
    let isBad = judged.map(\.isBad)
    let sites = judged.map(\.site)
    let place = Place.file(jobs.session.database)
    let report = try QualityError.explained(at: place, of: "judged PCUs") {
      () throws(QualityError) -> Report in
      let pattern = try WaferPattern(isBad, at: sites, radius: reading.radius, seed: seed)
      let graph = try NeighborGraph(sites)
      // All alike leave nothing to test.
      let isMixed = isBad.contains(true) && isBad.contains(false)
      let joins = isMixed ? try JoinCount(isBad, graph: graph, seed: seed) : nil
      let moran =
        isMixed ? try MoranIndex(isBad.map { $0 ? 1 : 0 }, graph: graph, seed: seed) : nil
      func homogeneity(_ grouping: YieldGrouping) throws(QualityError) -> Double? {
        try YieldTable(reading.units, of: subject, by: grouping, radius: reading.radius)
          .homogeneity?
          .pValue
      }
      return Report(
        wafer: wafer,
        component: subject.rawValue,
        isGenerated: reading.isGenerated,
        judged: judged.count,
        bad: isBad.count { $0 },
        pattern: pattern.name.rawValue,
        reason: pattern.reason,
        joins: joins.map {
          Joins(badPairs: $0.badPairs, expectedBadPairs: $0.expectedBadPairs, p: $0.pValue)
        },
        moran: moran.map { Moran(index: $0.value, expected: $0.expected, p: $0.pValue) },
        ringP: try homogeneity(.ring),
        quadrantP: try homogeneity(.quadrant)
      )
    }
    let written = try jobs.files.write {
      BinMaps(reading: reading).svg
    } csv: {
      Array(Self.csv(judged).utf8)
    }
    return CommandOutput(
      text: Self.text(report) + written,
      json: JSONText.encode(report),
      messages: reading.messages
    )
  }

  private static func text(_ report: Report) -> String {
    func number(_ value: Double) -> String { EngineeringText.plain(value, digits: 3) }
    var text =
      "\(report.component) of wafer \(report.wafer)\(report.isGenerated ? ", generated values" : "")"
      + ": \(report.bad) of \(report.judged) fail\n"
      + "pattern: \(report.pattern) (\(report.reason))\n"
    if let joins = report.joins {
      text +=
        "neighbours that both fail: \(joins.badPairs), \(number(joins.expectedBadPairs)) expected by "
        + "chance, p = \(number(joins.p))\n"
    }
    if let moran = report.moran {
      text +=
        "Moran's I: \(number(moran.index)), \(number(moran.expected)) expected by chance, "
        + "p = \(number(moran.p))\n"
    }
    if let p = report.ringP { text += "are all rings alike? p = \(number(p))\n" }
    if let p = report.quadrantP { text += "are all quadrants alike? p = \(number(p))\n" }
    return text
  }

  private static func csv(_ judged: [(isBad: Bool, site: SamplingSite)]) -> String {
    "site,xMm,yMm,bad\n"
      + judged.map { "\($0.site.name),\($0.site.x),\($0.site.y),\($0.isBad ? 1 : 0)\n" }.joined()
  }
}
