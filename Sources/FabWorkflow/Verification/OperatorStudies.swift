import FabDevices
import FabDiagnostics
import FabOperators

/// Every operator on the computing units of a layout: placed, studied, held against its limit.
struct OperatorStudies {
  /// The reports, one an operator.
  let reports: [OperatorReport]
  /// The studies of those that could be studied.
  let studies: [OperatorStudy]
  /// Where they lie.
  let placements: [OperatorPlacement]
  /// What failed.
  let messages: [Diagnostic]

  init(
    _ names: [OperatorName],
    units: PlaceableUnits,
    limits: OperatorLimits,
    conditions: StudyConditions,
    law: VariationLaw,
    bench: OperatorConditions
  ) {
    var reports: [OperatorReport] = []
    var studies: [OperatorStudy] = []
    var placements: [OperatorPlacement] = []
    var messages: [Diagnostic] = []
    for name in names {
      let limit = limits[name]
      let placement = OperatorPlacement(of: name, on: units.pcus)
      placements.append(placement)
      guard placement.isPlaced else {
        let broken = units.unusable.isEmpty ? "" : ", \(units.unusable.count) more aren't usable"
        let reason =
          "needs \(name.modes.count) PCUs that share no line; \(units.pcus.count) are there\(broken)"
        reports.append(OperatorReport(name, limit: limit, verdict: .notPlaced, reason: reason))
        messages.append(Diagnostic(.operatorNotPlaced, "\(name.rawValue) \(reason)"))
        continue
      }
      do throws(OperatorError) {
        let places = try units.placements(placement, law: law)
        let study = try name.study(
          population: UnitPopulation(
            placements: places,
            law: law,
            temperature: conditions.temperature,
            seed: conditions.seed
          ),
          unitCount: conditions.units,
          conditions: bench
        )
        studies.append(study)
        let report = OperatorReport(study, limit: limit, placements: places)
        reports.append(report)
        if report.verdict == .fail {
          messages.append(Self.beyond(report, limit.percent(of: study)))
        }
      } catch {
        reports.append(
          OperatorReport(name, limit: limit, verdict: .notWorking, reason: error.words)
        )
        messages.append(Diagnostic(.operatorNotStudied, error.words))
      }
    }
    self.reports = reports
    self.studies = studies
    self.placements = placements
    self.messages = messages
  }

  /// The step.
  var step: VerifyReport.Step {
    func count(_ verdict: OperatorReport.Verdict) -> Int {
      reports.count { $0.verdict == verdict }
    }
    var parts = ["\(count(.pass)) of \(reports.count) operators within their limits"]
    for (verdict, words) in [
      (OperatorReport.Verdict.fail, "beyond"), (.noLimit, "without limit"),
      (.notPlaced, "not placed"), (.notWorking, "not working"),
    ] where count(verdict) > 0 {
      parts.append("\(count(verdict)) \(words)")
    }
    let isGood = reports.allSatisfy { $0.verdict == .pass || $0.verdict == .noLimit }
    return VerifyReport.Step(
      id: "operators",
      verdict: isGood ? .pass : .fail,
      summary: parts.joined(separator: ", ")
    )
  }

  private static func beyond(_ report: OperatorReport, _ percent: Double) -> Diagnostic {
    let worst = report.worstPlacement.map { $0.joined(separator: ", ") }
    var notes: [Diagnostic.Note] = []
    if let worst, let mean = report.worstPlacementPercent {
      notes.append(.init("worst on \(worst): \(LayoutText.decimals(mean, 2)) % on average"))
    }
    return Diagnostic(
      .operatorBeyondLimit,
      "\(report.name) errs by \(LayoutText.decimals(percent, 2)) %; its limit is "
        + "\(LayoutText.decimals(report.limitPercent ?? 0, 2)) %",
      notes: notes,
      fixes: [
        "widen or shorten the lines there, match the devices, or raise the limit in the floor plan"
      ]
    )
  }
}
