import FabDevices
public import FabDiagnostics
import FabNumerics
import FabOperators

/// What `simulate calibrate` does: find the spreads at which dividers and vector products err as published.
public struct CalibrationJob {
  private let units: Int
  private let seed: UInt64
  private let progress: (String) -> Void

  /// Creates a job.
  ///
  /// - Parameters:
  ///   - units: The number of units of each study.
  ///   - seed: The seed.
  ///   - progress: Called with a line before each study.
  public init(units: Int, seed: UInt64, progress: @escaping (String) -> Void) {
    self.units = units
    self.seed = seed
    self.progress = progress
  }

  /// The calibration: printed with `--json`.
  struct Report: Encodable {
    /// A spread with the one that is built in.
    struct Spread: Encodable {
      var name: String
      var percent: Double
      var defaultPercent: Double
      var fittedTo: String
    }

    /// An operator: ours, the paper's, the difference.
    struct Figure: Encodable {
      var name: String
      var isFitted: Bool
      var meanRelativeErrorPercent: Double
      var standardErrorPercent: Double
      var tenUnitSpreadPercent: Double?
      var paperPercent: Double
      var residualPercent: Double
    }

    var units: Int
    var seed: UInt64
    var spreads: [Spread]
    var operators: [Figure]
  }

  /// Calibrates.
  ///
  /// - Returns: The report.
  /// - Throws: A ``DiagnosticError`` if no spread gives the published errors.
  public func run() throws(DiagnosticError) -> CommandOutput {
    let calibration: SpreadCalibration
    do throws(OperatorError) {
      calibration = try SpreadCalibration(unitCount: units, seed: seed) { name, spread in
        progress("\(name.rawValue) with a spread of \(EngineeringText.plain(100 * spread)) %")
      }
    } catch {
      throw error.diagnostic
    }
    let report = report(calibration)
    return CommandOutput(
      text: text(report),
      json: JSONText.encode(report),
      messages: [],
      isClean: true
    )
  }

  private func report(_ calibration: SpreadCalibration) -> Report {
    Report(
      units: units,
      seed: seed,
      spreads: [
        Report.Spread(
          name: "reading of a current",
          percent: 100 * calibration.readoutSpread,
          defaultPercent: 100 * OperatorConditions.calibratedReadoutSpread,
          fittedTo: OperatorName.vmm.rawValue
        ),
        Report.Spread(
          name: "own ln I0 of a diode",
          percent: 100 * calibration.currentSpread,
          defaultPercent: 100 * VariationLaw.matched.ownSpread(of: .saturationCurrent),
          fittedTo: OperatorName.divider.rawValue
        ),
      ],
      operators: calibration.studies.compactMap { study in
        guard let paper = PublishedFigures.meanRelativeErrorPercent(of: study.name) else {
          return nil
        }
        let mean = 100 * study.errors.relative.mean
        return Report.Figure(
          name: study.name.rawValue,
          isFitted: SpreadCalibration.fitted.contains(study.name),
          meanRelativeErrorPercent: mean,
          standardErrorPercent: 100 * study.errors.unitMeans.standardError,
          tenUnitSpreadPercent: study.errors.tenUnitSpread.map { 100 * $0 },
          paperPercent: paper,
          residualPercent: mean - paper
        )
      }
    )
  }

  private func text(_ report: Report) -> String {
    var spreads = TextTable([
      ("spread", .left), ("found/%", .right), ("built in/%", .right), ("fitted to", .left),
    ])
    spreads.rows = report.spreads.map { spread in
      [
        spread.name, LayoutText.decimals(spread.percent, 3),
        LayoutText.decimals(spread.defaultPercent, 3), spread.fittedTo,
      ]
    }
    var figures = TextTable([
      ("operator", .left), ("mean/%", .right), ("±", .right), ("means of ten ±", .right),
      ("paper/%", .right), ("difference", .right), ("", .left),
    ])
    figures.rows = report.operators.map { figure in
      let sign = figure.residualPercent > 0 ? "+" : ""
      return [
        figure.name, LayoutText.decimals(figure.meanRelativeErrorPercent, 2),
        LayoutText.decimals(figure.standardErrorPercent, 2),
        figure.tenUnitSpreadPercent.map { LayoutText.decimals($0, 2) } ?? "-",
        LayoutText.decimals(figure.paperPercent, 2),
        sign + LayoutText.decimals(figure.residualPercent, 2),
        figure.isFitted ? "fitted" : "predicted",
      ]
    }
    let shared = 100 * VariationLaw.edgeSpread
    return "\(report.units) units of each operator, seed \(report.seed)\n\n" + spreads.text
      + "\nNeighbours share \(LayoutText.decimals(shared, 3)) % of ln I0 beside it, from the published spread of the "
      + "absorption edge (0.63 nm).\n\n" + figures.text
  }
}
