public import FabDiagnostics
import FabNumerics
import FabQuality

/// What `spc rules` does: the rules, and how many points pass until each signals by chance or finds a shift.
public struct RunLengthJob {
  /// The number of simulated charts of each rule.
  public var runs: Int
  /// The seed.
  public var seed: UInt64

  /// Creates a job.
  public init(runs: Int, seed: UInt64) {
    self.runs = runs
    self.seed = seed
  }

  private struct Row: Encodable {
    let rule: String
    let meaning: String
    let pointsInControl: Double
    let standardError: Double
    /// `nil` for the rule that looks for too little spread, which a shift hides for ages.
    let pointsAfterShiftOfOneSigma: Double?
  }

  private struct Report: Encodable {
    let runs: Int
    let seed: UInt64
    let rules: [Row]
  }

  /// Simulates.
  ///
  /// - Throws: A ``DiagnosticError`` for fewer than two runs.
  public func run() throws(DiagnosticError) -> CommandOutput {
    var schemes: [(String, String, RunLengthScheme)] = ControlRule.allCases.map {
      ($0.tag, $0.sentence, .rules([$0]))
    }
    schemes += [
      ("1,2", "the default rules", .rules(ControlRule.standard)),
      ("western-electric", "1, 5, 6 and W4 together", .rules(ControlRule.westernElectric)),
      ("nelson", "1 to 8 together", .rules(ControlRule.nelson)),
      ("ewma", "weighted average, weight 0.2, 3 sigma", .weightedAverage(weight: 0.2, width: 3)),
      ("cusum", "cumulative sums, 0.5 and 5 sigma", .cumulativeSum(reference: 0.5, decision: 5)),
    ]
    var rows: [Row] = []
    for (name, meaning, scheme) in schemes {
      let simulation = RunLengthSimulation(scheme, runs: runs, seed: seed)
      let (still, shifted) = try QualityError.explained(at: .argument("--runs"), of: "runs") {
        () throws(QualityError) in
        (
          try simulation.lengths(),
          scheme == .rules([.fifteenWithinOne]) ? nil : try simulation.lengths(shift: 1)
        )
      }
      rows.append(
        Row(
          rule: name,
          meaning: meaning,
          pointsInControl: still.mean,
          standardError: still.standardError,
          pointsAfterShiftOfOneSigma: shifted?.mean
        )
      )
    }
    var table = TextTable([
      ("rule", .left), ("points to a false alarm", .right), ("±", .right),
      ("to find a shift of 1 sigma", .right), ("meaning", .left),
    ])
    table.rows = rows.map { row in
      [
        row.rule, EngineeringText.plain(row.pointsInControl, digits: 3),
        EngineeringText.plain(row.standardError, digits: 2),
        row.pointsAfterShiftOfOneSigma.map { EngineeringText.plain($0, digits: 3) } ?? "-",
        row.meaning,
      ]
    }
    return CommandOutput(
      text: table.text + "means of \(runs) simulated charts, seed \(seed)\n",
      json: JSONText.encode(Report(runs: runs, seed: seed, rules: rows))
    )
  }
}
