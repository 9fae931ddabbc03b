/// Two diodes back to back: their cathodes joined, so that one of them is always reversed.
///
/// The voltage of the joint is where both carry the same current. The sum of the two currents into it rises with
/// the voltage across the first diode, so that a bracketed search finds it for every voltage; the current is that of the
/// diode with the smaller slope, which the voltage of the joint hardly changes.
///
/// > Validity: equal ideal diodes give `I0 tanh(V / 2a)` (`DiodePairTests`).
public struct DiodePair: Hashable, Sendable {
  /// The diode whose anode the voltage is applied to.
  public let first: DiodeModel
  /// The diode whose anode is grounded.
  public let second: DiodeModel

  /// Creates a pair.
  public init(_ first: DiodeModel, _ second: DiodeModel) {
    self.first = first
    self.second = second
  }

  /// Returns the current at a voltage, in ampere.
  ///
  /// - Precondition: `voltage` is finite.
  public func current(at voltage: Double) -> Double {
    precondition(voltage.isFinite, "a voltage is finite, found \(voltage) V")
    var low = min(0, voltage)
    var high = max(0, voltage)
    var joint = voltage / 2
    // Newton steps inside a bracket, which is halved where a step would leave it: at most as many steps as a Double
    // has bits and exponents.
    for _ in 0..<1100 {
      let ahead = first.operatingPoint(at: joint)
      let behind = second.operatingPoint(at: joint - voltage)
      let excess = ahead.current + behind.current
      if excess > 0 { high = joint } else { low = joint }
      var next = joint - excess / (ahead.conductance + behind.conductance)
      if !(next > low && next < high) { next = low + (high - low) / 2 }
      let step = abs(next - joint)
      joint = next
      // The current of the flatter diode moves by less than rounding with this step.
      let slope = min(ahead.conductance, behind.conductance)
      let current = min(abs(ahead.current), abs(behind.current))
      if step * slope <= 1e-16 * current || step <= 1e-16 * abs(voltage) { break }
      guard next > low, next < high else { break }
    }
    let ahead = first.operatingPoint(at: joint)
    let behind = second.operatingPoint(at: joint - voltage)
    return ahead.conductance < behind.conductance ? ahead.current : -behind.current
  }
}
