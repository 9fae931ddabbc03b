import FabDevices
import Foundation

/// A diode as Newton's iteration sees it: its tangent at a voltage that may lag behind that of its nodes.
struct DiodeJunction {
  /// The row of the anode and of the cathode.
  let anode: Int
  let cathode: Int
  /// The four entries of the matrix: both diagonals, anode row and cathode column, the reverse.
  let slots: ConductorSlots
  private(set) var model: DiodeModel
  /// The voltage at which the tangent touches, in volt.
  private(set) var voltage = 0.0
  /// The current there, in ampere.
  private(set) var current = 0.0
  /// The slope there, in siemens.
  private(set) var conductance = 0.0
  private var criticalVoltage = 0.0

  init(anode: Int, cathode: Int, slots: ConductorSlots, model: DiodeModel) {
    self.anode = anode
    self.cathode = cathode
    self.slots = slots
    self.model = model
    replace(with: model)
  }

  /// Takes another law.
  mutating func replace(with model: DiodeModel) {
    self.model = model
    // Where the curvature of the exponential is greatest.
    let slope = model.slopeVoltage
    criticalVoltage = max(slope, slope * log(slope / (2.0.squareRoot() * model.saturationCurrent)))
    touch(voltage)
  }

  /// Moves the tangent to a voltage.
  mutating func touch(_ newVoltage: Double) {
    let point = model.operatingPoint(at: newVoltage)
    voltage = newVoltage
    current = point.current
    conductance = point.conductance
  }

  /// Moves the tangent towards the voltage of the nodes; `false` where it stays behind.
  ///
  /// A long step on an exponential overshoots. Where the step asks for more current than the law gives at the
  /// old voltage, the tangent moves to the voltage at which the diode carries the current that its old tangent
  /// promised: that is right at once where the circuit sets the current. It is SPICE's limit with series
  /// resistance and shunt taken into account.
  ///
  /// > Source: L. W. Nagel, *SPICE2: A computer program to simulate semiconductor circuits*, UCB/ERL M520 (1975),
  /// > section 4.2 (iteration on the current).
  mutating func follow(_ target: Double, downByCurrent: Bool) -> Bool {
    let limit = limited(target, downByCurrent: downByCurrent)
    touch(limit)
    return limit == target
  }

  private func limited(_ target: Double, downByCurrent: Bool) -> Double {
    let step = target - voltage
    let slope = model.slopeVoltage
    if step > 2 * slope, target > criticalVoltage {
      let base = max(voltage, criticalVoltage)
      let point = model.operatingPoint(at: base)
      let promised = point.current + point.conductance * (target - base)
      return min(target, model.voltage(at: promised) ?? target)
    }
    if downByCurrent, step < -slope / 2, voltage > 4 * slope {
      let promised = current + conductance * step
      guard promised > 0 else { return target }
      return min(target, model.voltage(at: promised) ?? target)
    }
    return target
  }
}
