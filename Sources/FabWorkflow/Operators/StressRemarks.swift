import FabOperators
import FabUnits

/// What operators do to memristors beside reading them, in sentences.
enum StressRemarks {
  /// Returns a line for each operator of these whose own voltages may write a memristor.
  static func lines(_ names: [OperatorName], temperature: Temperature) -> [String] {
    let unit = PCUDevices(temperature: temperature)
    return names.flatMap { name in
      ((try? name.memristorStress(on: unit)) ?? [])
        .map { stress in
          let volts = EngineeringText.text(stress.voltage, "V")
          let limit = EngineeringText.text(stress.limit, "V")
          if let change = stress.relativeChange {
            return "\(name.rawValue): up to \(volts) on M1, which changes from \(limit) on: "
              + "\(EngineeringText.plain(100 * change, digits: 2)) % in 20 ms; keep the time at the top short"
          }
          return "\(name.rawValue): up to \(volts) on M2, which may SET from \(limit) on "
            + "(mean less five spreads); test its state after use"
        }
    }
  }
}
