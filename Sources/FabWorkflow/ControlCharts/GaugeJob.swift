public import FabDiagnostics
import FabQuality

/// What `spc gauge` does: how much of the spread of readings comes from measuring.
public struct GaugeJob {
  /// The width of what is accepted, in the unit of the values.
  public var tolerance: Double?

  private let file: String

  /// Creates a job.
  public init(file: String) { self.file = file }

  private struct Component: Encodable {
    let source: String
    let variance: Double
    let standardDeviation: Double
    let percentStudyVariation: Double
    let percentTolerance: Double?
  }

  private struct Report: Encodable {
    let parts: Int
    let operators: Int
    let repeats: Int
    let components: [Component]
    let interactionP: Double
    let isInteractionPooled: Bool
    let distinctCategories: Int
    let verdict: String
    let toleranceVerdict: String?
    let notes: [String]
  }

  /// Computes the study.
  ///
  /// - Throws: A ``DiagnosticError`` for a file that isn't readable, or readings that aren't crossed and balanced.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let table = try GaugeFile(try InputFile.text(at: file))
    let study = try QualityError.explained(
      at: .file(file),
      of: "parts, operators or repeats"
    ) { () throws(QualityError) in
      try GaugeStudy(table.values, tolerance: tolerance)
    }
    func component(_ source: String, _ part: GaugeComponent) -> Component {
      Component(
        source: source,
        variance: part.variance,
        standardDeviation: part.standardDeviation,
        percentStudyVariation: part.percentStudyVariation,
        percentTolerance: part.percentTolerance
      )
    }
    var components = [component("gauge (all but parts)", study.gauge)]
    for source in GaugeSource.allCases {
      guard let part = study.components[source] else { continue }
      components.append(component(source.rawValue, part))
    }
    components.append(component("total", study.total))
    let report = Report(
      parts: study.partCount,
      operators: study.operatorCount,
      repeats: study.repeatCount,
      components: components,
      interactionP: study.interactionPValue,
      isInteractionPooled: study.isInteractionPooled,
      distinctCategories: study.distinctCategories,
      verdict: study.verdict.rawValue,
      toleranceVerdict: study.toleranceVerdict?.rawValue,
      notes: study.notes
    )
    return CommandOutput(text: Self.text(report), json: JSONText.encode(report))
  }

  private static func text(_ report: Report) -> String {
    func number(_ value: Double?) -> String {
      value.map { EngineeringText.plain($0, digits: 4) } ?? "-"
    }
    var table = TextTable([
      ("source", .left), ("s", .right), ("% of the study", .right), ("% of the tolerance", .right),
    ])
    table.rows = report.components.map {
      [
        $0.source, number($0.standardDeviation), number($0.percentStudyVariation),
        number($0.percentTolerance),
      ]
    }
    return
      "\(report.parts) parts, \(report.operators) operators, \(report.repeats) repeats\n\n"
      + table.text
      + "\nthe gauge is \(report.verdict)"
      + (report.toleranceVerdict.map { ", against the tolerance \($0)" } ?? "")
      + " (below 10 % good, to 30 % marginal); it tells \(report.distinctCategories) categories apart\n"
      + "interaction of parts and operators: p = \(number(report.interactionP))"
      + (report.isInteractionPooled ? ", pooled with the repeatability" : "") + "\n"
      + report.notes.map { "note: \($0)\n" }.joined()
  }
}
