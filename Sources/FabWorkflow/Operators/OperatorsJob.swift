import FabCircuit
import FabDevices
public import FabDiagnostics
import FabOperators
import FabReports
import FabUnits

/// What `simulate operators` does: operators on a bench of nominal units, the paper's figures beside them.
public struct OperatorsJob {
  private let names: [String]
  private let conditions: StudyConditions
  private let files: OutputChoice
  private let spice: String?

  /// Creates a job.
  ///
  /// - Parameters:
  ///   - names: The operators by name; all where it's empty.
  ///   - conditions: What units are studied.
  ///   - files: The picture and the table to write.
  ///   - spice: The SPICE file of one operator's bench to write; `nil` for none.
  public init(
    names: [String],
    conditions: StudyConditions,
    files: OutputChoice,
    spice: String?
  ) {
    self.names = names
    self.conditions = conditions
    self.files = files
    self.spice = spice
  }

  /// What was simulated: printed with `--json`.
  struct Report: Encodable {
    var seed: UInt64
    var spread: String
    var temperatureKelvin: Double
    var readoutSpreadPercent: Double
    var amplifierOffsetVolt: Double
    var amplifierGain: Double?
    var trimsGain: Bool
    var operators: [OperatorReport]
  }

  /// Studies the operators.
  ///
  /// - Returns: The report; it isn't clean if an operator is beyond its limit.
  /// - Throws: A ``DiagnosticError`` if a condition makes no sense or a file can't be written.
  public func run() throws(DiagnosticError) -> CommandOutput {
    try files.check()
    let chosen = try OperatorSelection.operators(names, option: "--operators")
    if let spice, chosen.count != 1 {
      throw DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: .argument("--spice"),
          "'\(spice)' can hold the bench of one operator; \(chosen.count) are chosen",
          fixes: ["choose one, for instance with --operators multiplier"]
        )
      )
    }
    let bench = try conditions.bench()
    var studies: [OperatorStudy] = []
    var reports: [OperatorReport] = []
    var messages: [Diagnostic] = []
    for name in chosen {
      let limit = OperatorLimit.usual(name)
      do throws(OperatorError) {
        let study = try study(name, bench)
        studies.append(study)
        reports.append(OperatorReport(study, limit: limit))
      } catch {
        if case .device = error { throw error.diagnostic }
        reports.append(
          OperatorReport(name, limit: limit, verdict: .notWorking, reason: error.words)
        )
        messages += error.diagnostic.diagnostics
      }
    }
    if let gain = conditions.amplifierGain {
      for index in reports.indices where reports[index].units > 0 {
        reports[index].amplifierGainChangePercent = try change(chosen[index], gain: gain)
      }
    }
    let report = Report(
      seed: conditions.seed,
      spread: conditions.spread.rawValue,
      temperatureKelvin: conditions.temperature.siValue,
      readoutSpreadPercent: 100 * bench.readoutSpread,
      amplifierOffsetVolt: bench.amplifierOffset,
      amplifierGain: conditions.amplifierGain,
      trimsGain: bench.trimsGain,
      operators: reports
    )
    var text =
      OperatorTable(operators: report.operators).description + remarks(studies) + gainTable(reports)
    text += try files.write(svg: { picture(studies) }, csv: { table(studies) })
    if let spice, let name = chosen.first { text += try write(name, to: spice) }
    return CommandOutput(
      text: text,
      json: JSONText.encode(report),
      messages: messages + reports.filter { $0.verdict == .fail }.map(Self.beyond),
      isClean: reports.allSatisfy { $0.verdict == .pass || $0.verdict == .noLimit }
    )
  }

  private func study(
    _ name: OperatorName,
    _ bench: OperatorConditions
  ) throws(OperatorError) -> OperatorStudy {
    let law = conditions.spread.law
    let population = UnitPopulation(
      placements: [try .bench(count: name.modes.count, law: law)],
      law: law,
      temperature: conditions.temperature,
      seed: conditions.seed
    )
    return try name.study(population: population, unitCount: conditions.units, conditions: bench)
  }

  private static func beyond(_ report: OperatorReport) -> Diagnostic {
    Diagnostic(
      .operatorBeyondLimit,
      "\(report.name) is beyond its limit of \(LayoutText.decimals(report.limitPercent ?? 0, 2)) % "
        + "under these conditions"
    )
  }

  /// Writes the bench of an operator with nominal units, which ngspice runs as it is.
  private func write(_ name: OperatorName, to path: String) throws(DiagnosticError) -> String {
    let unit = OperatorUnit(
      pcus: name.modes.map { _ in PCUDevices(temperature: conditions.temperature) }
    )
    let circuit: OperatorCircuit
    do throws(OperatorError) { circuit = try name.circuit(of: unit) } catch {
      throw error.diagnostic
    }
    let text: String
    do throws(CircuitError) {
      text = try CircuitSPICE(
        circuit.circuit,
        title: "\(name.rawValue) of nominal PCUs, \(Tool.name) \(Tool.version)"
      )
      .text
    } catch {
      throw DiagnosticError(error.diagnostic)
    }
    try SingleFile(path: path).write(Array(text.utf8), replaces: files.replaces)
    return "wrote \(path)\n"
  }

  /// By how much the outputs of an operator's bench with nominal units change with amplifiers of finite gain, in percent.
  private func change(_ name: OperatorName, gain: Double) throws(DiagnosticError) -> Double {
    let unit = OperatorUnit(
      pcus: name.modes.map { _ in PCUDevices(temperature: conditions.temperature) }
    )
    let (ideal, real): (OperatorCircuit, OperatorCircuit)
    do throws(OperatorError) {
      ideal = try name.circuit(of: unit)
      real = try name.circuit(of: unit, amplifier: OperationalAmplifier(gain: gain))
    } catch {
      throw error.diagnostic
    }
    do throws(CircuitError) {
      let (before, after) = (try ideal.check().outputs, try real.check().outputs)
      return 100 * (zip(after, before).map { abs($0 / $1 - 1) }.max() ?? 0)
    } catch {
      throw DiagnosticError(error.diagnostic)
    }
  }

  private func gainTable(_ reports: [OperatorReport]) -> String {
    guard let gain = conditions.amplifierGain else { return "" }
    var table = TextTable([("operator", .left), ("change/%", .right)])
    table.rows = reports.compactMap { one in
      one.amplifierGainChangePercent.map { [one.name, EngineeringText.plain($0, digits: 3)] }
    }
    return "\nbenches of nominal units with amplifiers of gain \(EngineeringText.plain(gain)):\n"
      + table.text
  }

  /// What the table doesn't say.
  private func remarks(_ studies: [OperatorStudy]) -> String {
    var lines: [String] = []
    for study in studies {
      guard let spread = study.errors.tenUnitSpread,
        PublishedFigures.meanRelativeErrorPercent(of: study.name) != nil
      else { continue }
      lines.append(
        "\(study.name.rawValue): means of ten units scatter by "
          + "\(LayoutText.decimals(100 * spread, 2)) points"
      )
    }
    if studies.contains(where: { $0.name == .gelu }) {
      lines.append(
        "gelu: x sigmoid(1.702 x) itself errs by up to "
          + "\(LayoutText.decimals(GELUOperator.approximationError, 4))"
      )
    }
    lines += StressRemarks.lines(studies.map(\.name), temperature: conditions.temperature)
    return lines.isEmpty ? "" : "\n" + lines.map { $0 + "\n" }.joined()
  }

  private func picture(_ studies: [OperatorStudy]) -> [UInt8] {
    ChartPage(
      title: "Operators of PCUs",
      subtitles: [
        "\(conditions.units) units of each, spread \(conditions.spread.rawValue), "
          + "\(EngineeringText.plain(conditions.temperature.siValue, digits: 5)) K, seed \(conditions.seed)"
      ],
      rows: studies.map { OperatorPicture($0).panels },
      panelWidth: 110,
      panelHeight: 80
    )
    .svg()
  }

  private func table(_ studies: [OperatorStudy]) -> [UInt8] {
    var text = "operator,first,second,ideal,output\n"
    for study in studies {
      for trial in study.sample {
        text +=
          "\(study.name.rawValue),\(trial.first),\(trial.second),\(trial.ideal),\(trial.output)\n"
      }
    }
    return Array(text.utf8)
  }
}
