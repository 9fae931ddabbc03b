import FabCircuit
import FabDevices
import Foundation
import Testing

/// Multiplier and divider of three computing units each, with ideal amplifiers and summers.
@Suite struct LogCircuitTests {
  /// A unit with both memristors in their low state is its diode with all resistance in series.
  private static func unit(series: Double) throws -> DiodeModel {
    try ClosedFormTests.diode(series: series)
  }

  private static let feedback = 500e3

  /// Two logarithmic amplifiers, a summer, one exponential amplifier: `V(oz) = -500k Iz`.
  static func circuit(
    _ model: DiodeModel,
    divides: Bool,
    reference: Double
  ) throws -> Circuit {
    var circuit = Circuit()
    for name in ["x", "y"] {
      let (input, minus, output) = (
        circuit.node("v\(name)"), circuit.node("n\(name)"), circuit.node("o\(name)")
      )
      circuit.add("V\(name)", .voltageSource(positive: input, negative: .ground, volts: 0.5))
      circuit.add("R\(name)", .resistor(from: input, to: minus, ohms: feedback))
      circuit.add("D\(name)", .diode(anode: minus, cathode: output, model: model))
      circuit.add(
        "A\(name)",
        .operationalAmplifier(output: output, plus: .ground, minus: minus, model: .ideal)
      )
    }
    // The voltage of the reference current belongs to the exponential alone, not to its series resistance.
    let bias = model.slopeVoltage * log1p(reference / model.saturationCurrent)
    let (sum, minus, output) = (circuit.node("s"), circuit.node("nz"), circuit.node("oz"))
    circuit.add(
      "sum",
      .summer(
        positive: sum,
        negative: .ground,
        offset: divides ? bias : -bias,
        terms: [
          SummerTerm(plus: circuit.node("ox"), gain: -1),
          SummerTerm(plus: circuit.node("oy"), gain: divides ? 1 : -1),
        ]
      )
    )
    circuit.add("Dz", .diode(anode: sum, cathode: minus, model: model))
    circuit.add("Rz", .resistor(from: minus, to: output, ohms: feedback))
    circuit.add(
      "Az",
      .operationalAmplifier(output: output, plus: .ground, minus: minus, model: .ideal)
    )
    return circuit
  }

  /// Without series resistance the law is exact but for `I0`: `1 + Iz/I0 = (1 + Ix/I0)(1 + Iy/I0)/(1 + Iref/I0)`.
  @Test(arguments: [false, true])
  func obeysItsLawWithoutSeriesResistance(divides: Bool) throws {
    let model = try Self.unit(series: 0)
    let reference = divides ? 0.2e-6 : 2e-6
    let circuit = try Self.circuit(model, divides: divides, reference: reference)
    let solver = try OperatingPointSolver(circuit)
    let (x, y) = (try solver.index(ofElement: "Vx"), try solver.index(ofElement: "Vy"))
    let output = try #require(circuit.existingNode("oz"))
    let saturation = model.saturationCurrent
    for row in 0..<10 {
      for column in 0..<10 {
        let (vx, vy) = (0.1 + 0.1 * Double(row), 0.1 + 0.1 * Double(column))
        try solver.setVoltage(vx, ofElement: x)
        try solver.setVoltage(vy, ofElement: y)
        try solver.run()
        let (one, two) = (1 + vx / 5e5 / saturation, 1 + vy / 5e5 / saturation)
        let bias = 1 + reference / saturation
        let ratio = divides ? one / two * bias : one * two / bias
        let expected = saturation * (ratio - 1)
        #expect(abs(-solver.voltage(output) / Self.feedback / expected - 1) < 1e-10)
      }
    }
  }

  /// With the nominal 1.35 kohm in series the error is that of first order, `Rs/nVT (Ix + Iy - Iz)`, about 3 %.
  @Test(arguments: [false, true])
  func seriesResistanceShiftsTheResult(divides: Bool) throws {
    let model = try Self.unit(series: 1350)
    let reference = divides ? 0.2e-6 : 2e-6
    let circuit = try Self.circuit(model, divides: divides, reference: reference)
    let solver = try OperatingPointSolver(circuit)
    let (x, y) = (try solver.index(ofElement: "Vx"), try solver.index(ofElement: "Vy"))
    let output = try #require(circuit.existingNode("oz"))
    for (vx, vy) in [(0.3, 0.8), (1, 1), (0.9, 0.4), (0.5, 0.5)] {
      try solver.setVoltage(vx, ofElement: x)
      try solver.setVoltage(vy, ofElement: y)
      try solver.run()
      let (ix, iy) = (vx / 5e5, vy / 5e5)
      let found = -solver.voltage(output) / Self.feedback
      // Iz solves (1 + Iz/I0) exp(Rs Iz/a) = (1 + Ix/I0)(1 + Iy/I0)/(1 + Iref/I0) exp(Rs (Ix +- Iy)/a).
      let saturation = model.saturationCurrent
      let (one, two) = (1 + ix / saturation, 1 + iy / saturation)
      let bias = 1 + reference / saturation
      let ratio = divides ? one / two * bias : one * two / bias
      let drop = 1350 / model.slopeVoltage
      let left = (1 + found / saturation) * exp(drop * (found - ix - (divides ? -iy : iy)))
      #expect(abs(left / ratio - 1) < 1e-10)
      let plain = divides ? reference * ix / iy : ix * iy / reference
      #expect(abs(found / plain - 1) < 0.12)
    }
  }
}
