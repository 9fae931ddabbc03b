import FabGeometry
import FabRecipe
import Testing

@testable import FabLayout

/// Steel foil of 0.1 mm may sag by 0.1 mm.
@Suite struct SagTests {
  private typealias Fixture = RuleFixture

  private func verdict(_ polygons: [Polygon]) throws -> RuleVerdict {
    try #require(Fixture.verdict("sag", Fixture.context([Fixture.layer("AU"): polygons])))
  }

  /// A U-shaped opening around a tongue of 5 mm width.
  private func tongue(length: Int) -> [Polygon] {
    [
      Polygon(Box(0, 0, 1_000_000, length)), Polygon(Box(6_000_000, 0, 7_000_000, length)),
      Polygon(Box(0, length, 7_000_000, length + 1_000_000)),
    ]
  }

  /// 3 ρ g L⁴ / (2 E t²) = 0.1 mm at L = 35.79 mm for E = 193 GPa, ρ = 8000 kg/m³, t = 0.1 mm.
  @Test(arguments: [(35_700_000, 0), (35_900_000, 1)])
  func limitsTheLengthOfATongue(length: Int, count: Int) throws {
    let findings = try verdict(tongue(length: length)).findings
    #expect(findings.count == count)
    #expect(findings.allSatisfy { $0.text.contains("tongue") && $0.measured.hasPrefix("0.101") })
  }

  /// ρ g L⁴ / (32 E t²) = 0.1 mm at L = 94.19 mm.
  @Test(arguments: [(94_100_000, 0), (94_300_000, 1)])
  func limitsTheLengthOfABridge(length: Int, count: Int) throws {
    let slits = [
      Polygon(Box(0, 0, 1_000_000, length)), Polygon(Box(6_000_000, 0, 7_000_000, length)),
    ]
    let findings = try verdict(slits).findings
    #expect(findings.count == count)
    #expect(findings.allSatisfy { $0.text.contains("bridge") })
  }

  /// Closed-form figures for foil of 0.1 mm, in µm.
  @Test(arguments: [(20.0, 9.8), (10.0, 0.6)])
  func agreesWithTheFiguresOfTheReference(length: Double, sag: Double) throws {
    let steel = try #require(SheetElasticity(.laserCut))
    let computed = steel.tongueSag(length: length * 1e6, thickness: 100_000) / 1e3
    #expect(abs(computed - sag) < 0.05)
    #expect(abs(steel.bridgeSag(length: 50e6, thickness: 100_000) / 1e3 - 8) < 0.1)
  }
}
