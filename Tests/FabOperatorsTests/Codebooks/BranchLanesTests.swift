import FabDevices
import FabUnits
import Foundation
import Testing

@testable import FabOperators

/// Branches a register at a time are those of the model, by the rational function and by Newton's method.
@Suite struct BranchLanesTests {
  private static func branches(_ count: Int, seriesResistance: Double) throws -> [DiodeModelBranch]
  {
    let temperature = Temperature(siValue: 298.15)
    return try (0..<count)
      .map { index in
        let diode = try DiodeParameters(
          saturationCurrent: 1e-9 * (1 + 0.1 * Double(index)),
          ideality: 2 + 0.01 * Double(index),
          seriesResistance: seriesResistance * (1 + 0.05 * Double(index)),
          shuntResistance: index == 0 ? .infinity : 1e12 / Double(index),
          referenceTemperature: temperature
        )
        return DiodeModelBranch(model: try DiodeModel(diode), offset: 1e-3 * Double(index - 2))
      }
  }

  /// Series resistances that take nothing, a few hundredths and most of the voltage.
  @Test(arguments: [0, 1350, 4e4, 1e6, 1e9])
  func currentsAreThoseOfTheModel(seriesResistance: Double) throws {
    for count in [1, 5, 16, 19] {
      let branches = try Self.branches(count, seriesResistance: seriesResistance)
      let lanes = BranchLanes(branches, unit: 1e-6)
      #expect(lanes.paddedCount % 16 == 0 && lanes.paddedCount >= count)
      var inputs = [Float](repeating: 0, count: lanes.paddedCount)
      for lane in 0..<count { inputs[lane] = Float(lane) - 6 }
      var currents = inputs
      let sum = inputs.withUnsafeBufferPointer { inputs in
        currents.withUnsafeMutableBufferPointer { currents -> Float in
          guard let from = inputs.baseAddress, let into = currents.baseAddress else { return .nan }
          return lanes.currents(from, scale: 0.05, shift: 0.3, gain: 0.5, into: into)
        }
      }
      var total = 0.0
      for (lane, branch) in branches.enumerated() {
        let expected = 0.5e6 * branch.current(at: 0.05 * Double(inputs[lane]) + 0.3)
        total += expected
        let error = abs(Double(currents[lane]) / expected - 1)
        #expect(error < 5e-6, "\(seriesResistance) ohm, lane \(lane): \(error)")
      }
      #expect(abs(Double(sum) / total - 1) < 5e-6)
      #expect(currents[count...].allSatisfy { $0 == 0 })
    }
  }
}
