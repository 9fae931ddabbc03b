import FabNumerics
import FabQuality
import FabStore

/// Capability indices for people and programs.
struct CapabilityTable {
  /// An index with its interval.
  struct Index: Encodable {
    let name: String
    let formula: String
    let value: Double
    let lower: Double
    let upper: Double
  }

  /// What the JSON has.
  struct Summary: Encodable {
    let characteristic: String
    let component: String
    let unit: String
    let specificationVersion: Int
    let lower: Double?
    let target: Double?
    let upper: Double?
    let by: String
    let sets: Int
    let values: Int
    let isGenerated: Bool
    let mean: Double
    let withinSigma: Double
    let overallSigma: Double
    let indices: [Index]
    let observedOutsidePercent: Double
    let expectedOutsidePercent: Double
    let normalityP: Double?
    let notes: [String]
  }

  let summary: Summary

  init(
    _ report: FabQuality.CapabilityReport,
    series: ControlSeries,
    specification: Specification,
    grouping: CapabilityJob.Grouping
  ) {
    let named: [(String, String, CapabilityIndex?)] = [
      ("Cp", "(upper - lower)/(6 s_within)", report.cp),
      ("Cpk", "distance of the mean to the nearer limit/(3 s_within)", report.cpk),
      ("Pp", "(upper - lower)/(6 s)", report.pp),
      ("Ppk", "distance of the mean to the nearer limit/(3 s)", report.ppk),
    ]
    var notes = report.notes
    if grouping == .site {
      notes.append(
        "sites of a wafer aren't independent: the intervals are narrower than they should be"
      )
    }
    if series.isMixed { notes.append("generated and measured sets are mixed") }
    summary = Summary(
      characteristic: series.subject.characteristic,
      component: series.subject.component,
      unit: series.characteristic.unit,
      specificationVersion: specification.version,
      lower: specification.lower,
      target: specification.target,
      upper: specification.upper,
      by: grouping.rawValue,
      sets: series.points.count,
      values: report.statistics.count,
      isGenerated: series.isGenerated,
      mean: report.statistics.mean,
      withinSigma: report.withinSigma,
      overallSigma: report.statistics.standardDeviation,
      indices: named.compactMap { name, formula, index in
        index.map {
          Index(
            name: name,
            formula: formula,
            value: $0.value,
            lower: $0.interval.lowerBound,
            upper: $0.interval.upperBound
          )
        }
      },
      observedOutsidePercent: 100 * report.observedOutside,
      expectedOutsidePercent: 100 * report.expectedOutside,
      normalityP: report.normality?.pValue,
      notes: notes
    )
  }

  var text: String {
    func number(_ value: Double?, _ digits: Int = 6) -> String {
      value.map { EngineeringText.plain($0, digits: digits) } ?? "none"
    }
    let name =
      summary.component.isEmpty
      ? summary.characteristic : "\(summary.component).\(summary.characteristic)"
    var table = TextTable([
      ("index", .left), ("value", .right), ("95 % interval", .left), ("formula", .left),
    ])
    table.rows = summary.indices.map { index in
      [
        index.name, number(index.value, 3),
        "\(number(index.lower, 3)) to \(number(index.upper, 3))", index.formula,
      ]
    }
    return
      "\(name) by \(summary.by), \(summary.values) values of \(summary.sets) sets"
      + (summary.isGenerated ? ", generated values among them" : "") + "\n"
      + "specification \(summary.specificationVersion): \(number(summary.lower)) to "
      + "\(number(summary.upper)), target \(number(summary.target)), in \(summary.unit)\n"
      + "mean \(number(summary.mean)), s_within \(number(summary.withinSigma, 4)), "
      + "s \(number(summary.overallSigma, 4))\n\n" + table.text
      + "outside: \(number(summary.observedOutsidePercent, 3)) % found, "
      + "\(number(summary.expectedOutsidePercent, 3)) % expected of a normal distribution"
      + (summary.normalityP.map { "; normality p = \(number($0, 3))" } ?? "") + "\n"
      + summary.notes.map { "note: \($0)\n" }.joined()
  }

  var csv: String {
    "index,value,lower,upper\n"
      + summary.indices.map { "\($0.name),\($0.value),\($0.lower),\($0.upper)\n" }.joined()
  }
}
