import FabDiagnostics
import FabMetrology
import FabStore
import FabUnits
import Foundation

/// The range of a multistate memristor, or the switching of a binary one, of one loop.
struct MemristorCurveValues {
  let settings: CurveSettings

  /// The change of conductance between neighbouring points that counts as switching, in decades [ours].
  static let switchingDecades = 0.5

  /// Evaluates the loop of a multistate memristor.
  func multistate(_ record: IVRecord) -> CurveEvaluation {
    let volts = settings.readVoltage.siValue
    let currents = SweepReading(record).currents(at: volts)
    let conductances = currents.map { $0 / volts }.filter { $0 > 0 }
    let method = "iv:I/V at \(volts) V, extremes of the loop's passages"
    var evaluation = CurveEvaluation()
    let isLoop = conductances.count >= 2
    if !isLoop {
      evaluation.warn(
        failure(
          record,
          "the sweep passes \(EngineeringText.text(volts, "V")) \(conductances.count) times; a loop passes it twice"
        )
      )
    }
    evaluation.values = [
      CurveValue(
        .lowestConductance,
        method: method,
        value: isLoop ? conductances.min() : nil,
        flags: isLoop ? [] : .fitFailed
      ),
      CurveValue(
        .highestConductance,
        method: method,
        value: isLoop ? conductances.max() : nil,
        flags: isLoop ? [] : .fitFailed
      ),
    ]
    return evaluation
  }

  /// Evaluates the loop of a binary memristor.
  func binary(_ record: IVRecord) -> CurveEvaluation {
    let sweep = SweepReading(record)
    let jumps = sweep.largestJumps(resolution: settings.resolution.siValue) { log10($0) }
    var evaluation = CurveEvaluation()
    let least = Self.switchingDecades
    let method = "iv:largest step of log |I/V| of at least \(least) decades, away from 0 V"
    for (characteristic, jump, word) in [
      (StandardCharacteristic.setVoltage, jumps.up, "rise"), (.resetVoltage, jumps.down, "fall"),
    ] {
      let found = jump.flatMap { abs($0.decades) >= least ? $0 : nil }
      if found == nil {
        let largest = EngineeringText.plain(abs(jump?.decades ?? 0), digits: 2)
        evaluation.warn(
          failure(
            record,
            "the conductance doesn't switch: its largest \(word) between neighbouring points is \(largest) decades, "
              + "expected at least \(least)"
          )
        )
      }
      evaluation.values.append(
        CurveValue(
          characteristic,
          method: method,
          value: found?.voltage,
          // It switched somewhere in the last step, each place as likely.
          u: found.map { $0.step / 12.0.squareRoot() },
          flags: found == nil ? .fitFailed : []
        )
      )
    }
    let hasSwitched = evaluation.values.allSatisfy { $0.value != nil }
    let volts = settings.readVoltage.siValue
    let resistances =
      hasSwitched ? sweep.currents(at: volts).filter { $0 * volts > 0 }.map { volts / $0 } : []
    if hasSwitched, resistances.count < 2 {
      evaluation.warn(
        failure(record, "the sweep doesn't pass \(EngineeringText.text(volts, "V")) in both states")
      )
    }
    let reading = "iv:V/I at \(volts) V, extremes of the loop's passages"
    let both = resistances.count >= 2
    let (on, off) = (resistances.min(), resistances.max())
    for (characteristic, value) in [
      (StandardCharacteristic.onResistance, on), (.offResistance, off),
      (.onOffRatio, on.flatMap { low in off.map { $0 / low } }),
    ] {
      evaluation.values.append(
        CurveValue(
          characteristic,
          method: reading,
          value: both ? value : nil,
          flags: both ? [] : .fitFailed
        )
      )
    }
    return evaluation
  }

  private func failure(_ record: IVRecord, _ summary: String) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        .fitFailed,
        at: .file(record.name),
        summary,
        fixes: ["look at the curve; measure a whole loop, or state --read-voltage"]
      )
    )
  }
}
