/// Two diodes back to back: their cathodes joined, so that one of them is always reversed.
///
/// The voltage of the joint is where both carry the same current. The sum of the two currents into it rises with
/// the voltage across the first diode, so that bisection finds it for every voltage; the current is that of the
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
    // Halving a Double to its last bit takes at most as many steps as it has bits and exponents.
    for _ in 0..<1100 {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if first.current(at: middle) + second.current(at: middle - voltage) > 0 {
        high = middle
      } else {
        low = middle
      }
    }
    let ahead = first.operatingPoint(at: low)
    let behind = second.operatingPoint(at: low - voltage)
    return ahead.conductance < behind.conductance ? ahead.current : -behind.current
  }
}
