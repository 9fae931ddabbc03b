import FabCircuit
import FabDiagnostics
import FabOperators
import FabUnits

/// Solves the drawn bench of every operator with nominal units and compares it with the closed forms of the studies.
struct CircuitCheck {
  /// The step.
  let step: VerifyReport.Step
  /// What went wrong.
  let messages: [Diagnostic]

  /// The largest relative deviation that counts as agreement.
  ///
  /// The closed forms leave out what is below a millionth: the second diode beside a filament beyond its small signal.
  static let tolerance = 1e-5

  init(_ names: [OperatorName], temperature: Temperature) {
    var messages: [Diagnostic] = []
    var largest = 0.0
    for name in names {
      let unit = OperatorUnit(
        pcus: name.modes.map { _ in PCUDevices(temperature: temperature) }
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
        ? "\(names.count) benches solved, closed forms agree to "
          + "\(EngineeringText.plain(largest, digits: 2))"
        : "\(messages.count) of \(names.count) benches differ or have no solution"
    )
  }
}
