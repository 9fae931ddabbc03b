public import FabDevices

/// Two diodes with a common cathode in series: the current of either direction ends at a saturation current.
///
/// > Source: Equal ideal diodes carry `I0 tanh(V / 2a) = I0 (2 sigmoid(V / a) - 1)` with `a = n k T / e`: from
/// > `exp(V1/a) = 1 + u`, `exp(-V2/a) = 1 - u`, `u = I / I0`.
public struct BackToBackDiodes: Hashable, Sendable {
  /// The diode that conducts for positive voltages, with everything that lies in series.
  public let first: DiodeModel
  /// The diode that blocks for positive voltages.
  public let second: DiodeModel

  /// Creates a pair.
  public init(first: DiodeModel, second: DiodeModel) {
    self.first = first
    self.second = second
  }

  /// Returns the current at a voltage, in ampere.
  ///
  /// The voltage of the common cathode is found by Newton steps inside a bracket that halves where a step leaves it.
  ///
  /// - Precondition: `voltage` is finite.
  public func current(at voltage: Double) -> Double {
    var low = min(0, voltage)
    var high = max(0, voltage)
    var cathode = voltage / 2
    for _ in 0..<200 {
      let forward = first.operatingPoint(at: voltage - cathode)
      let backward = second.operatingPoint(at: -cathode)
      // What flows into the cathode grows as its voltage falls.
      let excess = forward.current + backward.current
      if excess > 0 { low = cathode } else { high = cathode }
      var next = cathode + excess / (forward.conductance + backward.conductance)
      if !(next > low && next < high) { next = (low + high) / 2 }
      let step = abs(next - cathode)
      cathode = next
      if step <= 1e-15 + 1e-15 * abs(voltage) { break }
    }
    return first.current(at: voltage - cathode)
  }
}
