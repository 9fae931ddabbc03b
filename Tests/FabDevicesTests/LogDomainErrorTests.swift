import FabDevices
import FabNumerics
import FabUnits
import Testing

/// Multipliers and dividers of three diodes whose voltages add: `Iz = Ix Iy / Iref` and `Iz = Iref Ix / Iy`.
///
/// Holds what the source note of ``VariationLaw/matched`` says. Published means of ten units: divider 5.66 %,
/// multiplier 6.61 % (Adv. Sci. 2025, 12(33), e04706, Figure 2); a mean of ten scatters by more than a point, so that the
/// long-run mean is what counts.
@Suite struct LogDomainErrorTests {
  /// Operands in ampere: ten values of 0.2...2 µA.
  private static let operands = (0..<10).map { 0.2e-6 + 0.2e-6 * Double($0) }

  /// M1 and M2 in their low states and the lines, in series with the 100 ohm of the diode.
  private static let path = 800.0 + 300 + 150

  private func meanError(law: VariationLaw, divides: Bool, noise: Double) throws -> Double {
    let units = 1500
    let origin = SitePosition(x: .zero, y: .zero)
    let element = try DiodeParameters.nominal.adding(seriesResistance: Self.path)
    let variation = try SiteVariation(
      sites: Array(repeating: origin, count: 3 * units),
      law: law,
      nominal: DeviceParameters(diode1: element),
      seed: 2025
    )
    let reference = divides ? 0.2e-6 : 2e-6
    let bias = try #require(DiodeModel(DiodeParameters.nominal).voltage(at: reference))
    var generator = Xoshiro256(seed: 1)
    var sum = 0.0
    for unit in 0..<units {
      let models = try (0..<3)
        .map {
          try DiodeModel(variation.parameters(ofSite: 3 * unit + $0).diode1)
        }
      let first = Self.operands.compactMap { models[0].voltage(at: $0) }
      let second = Self.operands.compactMap { models[1].voltage(at: $0) }
      for (x, firstVoltage) in zip(Self.operands, first) {
        for (y, secondVoltage) in zip(Self.operands, second) {
          let voltage =
            divides ? firstVoltage - secondVoltage + bias : firstVoltage + secondVoltage - bias
          let ideal = divides ? reference * x / y : x * y / reference
          let reading =
            models[2].current(at: voltage) * (1 + noise * generator.normalDeviate())
          sum += abs(reading / ideal - 1)
        }
      }
    }
    return 100 * sum / Double(units * 100)
  }

  @Test func matchedDevicesErrAsPublished() throws {
    let divider = try meanError(law: .matched, divides: true, noise: 0.01)
    let multiplier = try meanError(law: .matched, divides: false, noise: 0.01)
    // Standard error of the mean of 1500 units about 0.1 points.
    #expect(abs(divider - 5.66) < 0.4, "divider \(divider) %")
    #expect(abs(multiplier - 6.61) < 0.4, "multiplier \(multiplier) %")
    #expect(multiplier > divider)
  }

  @Test func equalDevicesErrByTheirResistanceAlone() throws {
    let divider = try meanError(law: .none, divides: true, noise: 0)
    let multiplier = try meanError(law: .none, divides: false, noise: 0)
    // At most Rs (Ix + Iy - Iz) / (n k T / e), 10 % at 1350 ohm and 4 µA; the divider's terms change sign.
    #expect(divider > 0.5 && divider < 4, "divider \(divider) %")
    #expect(multiplier > divider && multiplier < 8, "multiplier \(multiplier) %")
  }
}
