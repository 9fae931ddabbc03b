import FabCircuit
import FabDiagnostics
import FabOperators
import FabUnits

/// Solves the drawn bench of every operator and compares it with the closed forms of the studies.
///
/// The units are those of the operator's first placement, with the areas and lines of the layout.
struct CircuitCheck {
  /// The step.
  let step: VerifyReport.Step
  /// What went wrong.
  let messages: [Diagnostic]

  /// The largest relative deviation that counts as agreement.
  ///
  /// The closed forms leave out what is below a millionth: the second diode beside a filament beyond its small signal.
  static let tolerance = 1e-5

  init(_ placements: [OperatorPlacement], on pcus: [PlaceablePCU], temperature: Temperature) {
    let placed = placements.compactMap { placement in
      placement.seats.first.map { (placement.name, $0) }
    }
    guard !placed.isEmpty else {
      messages = []
      step = VerifyReport.Step(
        id: "circuits",
        verdict: .notRun,
        summary: "no operator is placed"
      )
      return
    }
    var messages: [Diagnostic] = []
    var largest = 0.0
    for (name, seats) in placed {
      let unit = OperatorUnit(
        pcus: seats.map { seat in
          PCUDevices(
            devices: pcus[seat].nominal,
            lines: pcus[seat].lines,
            temperature: temperature
          )
        }
      )
      do throws(OperatorError) {
        let circuit = try name.circuit(of: unit)
        do throws(CircuitError) {
          let deviation = try circuit.check().deviation
          largest = max(largest, deviation)
          guard !(deviation <= Self.tolerance) else { continue }
          messages.append(
            Diagnostic(
              .operatorNotStudied,
              "the circuit of \(name.rawValue) gives another output than its closed form: they differ by "
                + "\(EngineeringText.plain(100 * deviation)) %",
              fixes: ["this is a defect of the tool: please report it"]
            )
          )
        } catch {
          messages.append(error.diagnostic)
        }
      } catch {
        messages.append(Diagnostic(.operatorNotStudied, error.words))
      }
    }
    self.messages = messages
    step = VerifyReport.Step(
      id: "circuits",
      verdict: messages.isEmpty ? .pass : .fail,
      summary: messages.isEmpty
        ? "\(placed.count) benches solved, closed forms agree to "
          + "\(EngineeringText.plain(largest, digits: 2))"
        : "\(messages.count) of \(placed.count) benches differ or have no solution"
    )
  }
}
