import FabDevices
import FabNumerics
import FabUnits

/// Units in the synapse mode on one bit line at virtual ground, their M1 programmed with verification.
///
/// Inputs come in at the contacts of configure line 1, straight on the memristors; Kirchhoff's current law adds.
struct SynapseColumn {
  /// The conductance that stands for a weight of one, in siemens.
  ///
  /// > Source: Assumed: the upper end of the 10...100 µS in which perovskite crossbars hold their states (S. Poddar
  /// > et al.), so that lines of some ten ohm matter little.
  static let unitConductance = 100e-6
  /// The smallest weight that a memristor holds, as a share of one.
  static let smallestWeight = 0.1
  /// The voltage of an input of one, in volt; below the 0.2 V at which programming starts.
  static let unitVoltage = 0.1

  private let resistances: [Double]
  private let coupling: [[Double]]

  /// Programs the units.
  ///
  /// - Parameters:
  ///   - unit: The units.
  ///   - weights: The weights, ``smallestWeight``...1, one a unit.
  ///   - name: The operator, for messages.
  ///   - index: The number of the unit, for messages.
  ///   - conditions: How M1 is programmed.
  ///   - generator: Source of the memristors' deviates.
  /// - Throws: ``OperatorError/outOfReach(operator:unit:quantity:found:)`` where the window doesn't hold a weight,
  ///   ``OperatorError/notProgrammed(operator:unit:target:reading:)``.
  init(
    _ unit: OperatorUnit,
    weights: [Double],
    _ name: OperatorName,
    index: Int,
    _ conditions: OperatorConditions,
    using generator: inout Xoshiro256
  ) throws(OperatorError) {
    var resistances: [Double] = []
    for (place, (pcu, weight)) in zip(unit.pcus, weights).enumerated() {
      // Verification reads through the same lines as the computation does later.
      let ownLine =
        unit.bitLineCoupling.isEmpty ? pcu.lines.bitLine : unit.bitLineCoupling[place][place]
      let lines = pcu.lines.configure + ownLine
      let target = 1 / (1 / (weight * Self.unitConductance) - lines)
      let programmed = try Self.programmed(pcu, to: target, name, index, conditions, &generator)
      // The coupling carries the bit line where there is one.
      let series = pcu.lines.configure + (unit.bitLineCoupling.isEmpty ? pcu.lines.bitLine : 0)
      resistances.append(1 / programmed + series)
    }
    self.resistances = resistances
    coupling = unit.bitLineCoupling
  }

  /// The current into virtual ground over the current of one input of one at a weight of one.
  func output(_ inputs: [Double]) -> Double {
    let voltages = inputs.map { $0 * Self.unitVoltage }
    let currents =
      coupling.isEmpty
      ? zip(voltages, resistances).map { $0 / $1 } : coupledCurrents(voltages)
    return currents.reduce(0, +) / (Self.unitConductance * Self.unitVoltage)
  }

  /// The conductance of a memristor after programming, in siemens.
  static func programmed(
    _ pcu: PCUDevices,
    to target: Double,
    _ name: OperatorName,
    _ index: Int,
    _ conditions: OperatorConditions,
    _ generator: inout Xoshiro256
  ) throws(OperatorError) -> Double {
    let parameters = pcu.devices.multistate
    guard parameters.window.contains(target) else {
      throw .outOfReach(
        operator: name,
        unit: index,
        quantity: "conductance of M1/S, window \(parameters.window)",
        found: target
      )
    }
    var device: MultistateMemristor
    do {
      device = try MultistateMemristor(parameters, conductance: parameters.window.lowerBound)
    } catch {
      throw .device(error)
    }
    let trace = conditions.programming.program(&device, to: target, using: &generator)
    guard trace.outcome == .converged else {
      throw .notProgrammed(
        operator: name,
        unit: index,
        target: target,
        reading: trace.finalReading
      )
    }
    return device.conductance
  }

  /// Solves `(R + C) I = V` by elimination; the matrix is diagonally dominant and as small as the column.
  private func coupledCurrents(_ voltages: [Double]) -> [Double] {
    let size = voltages.count
    var matrix = coupling
    for row in 0..<size { matrix[row][row] += resistances[row] }
    var right = voltages
    for pivot in 0..<size {
      for row in (pivot + 1)..<max(size, pivot + 1) {
        let factor = matrix[row][pivot] / matrix[pivot][pivot]
        for column in pivot..<size { matrix[row][column] -= factor * matrix[pivot][column] }
        right[row] -= factor * right[pivot]
      }
    }
    for row in (0..<size).reversed() {
      for column in (row + 1)..<max(size, row + 1) {
        right[row] -= matrix[row][column] * right[column]
      }
      right[row] /= matrix[row][row]
    }
    return right
  }
}
