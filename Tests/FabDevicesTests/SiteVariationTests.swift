import FabDevices
import FabNumerics
import FabUnits
import Foundation
import Testing

@Suite struct SiteVariationTests {
  private static let sites = (0..<101)
    .map { index in
      SitePosition(
        x: Length(Double(index % 10) * 8 - 36, .millimetre),
        y: Length(Double(index / 10) * 8 - 40, .millimetre)
      )
    }

  @Test func sameSeedGivesTheSameWaferInAnyOrderAndOnAnyThreads() async throws {
    let variation = try SiteVariation(sites: Self.sites, law: .raw, seed: 7)
    let forward = try Self.sites.indices.map { try variation.parameters(ofSite: $0) }
    let backward = try Self.sites.indices.reversed().map { try variation.parameters(ofSite: $0) }
    #expect(forward == backward.reversed())
    let threaded = try await withThrowingTaskGroup(of: (Int, DeviceParameters).self) { group in
      for site in Self.sites.indices {
        group.addTask { (site, try variation.parameters(ofSite: site)) }
      }
      var result: [Int: DeviceParameters] = [:]
      for try await (site, parameters) in group { result[site] = parameters }
      return result
    }
    for site in Self.sites.indices { #expect(threaded[site] == forward[site]) }
    let again = try SiteVariation(sites: Self.sites, law: .raw, seed: 7)
    #expect(try again.parameters(ofSite: 50) == forward[50])
    let other = try SiteVariation(sites: Self.sites, law: .raw, seed: 8)
    #expect(try other.parameters(ofSite: 50) != forward[50])
  }

  @Test(arguments: [VariationLaw.raw, .matched]) func spreadsAreTheOnesStated(
    law: VariationLaw
  )
    throws
  {
    // One site a wafer: independent draws also of the fields.
    let runs = 4000
    for (quantity, device) in [
      (VariedQuantity.saturationCurrent, DeviceRole.diode1), (.ideality, .diode2),
      (.window, .multistate), (.threshold, .binary),
    ] {
      let values = try (0..<runs)
        .map { seed in
          try SiteVariation(sites: [Self.sites[0]], law: law, seed: UInt64(seed))
            .deviation(of: quantity, device: device, site: 0)
        }
      let statistics = try #require(SampleStatistics(values))
      let spread = law.spread(of: quantity)
      #expect(spread > 0)
      #expect(abs(statistics.standardDeviation / spread - 1) < 5 / (2 * Double(runs)).squareRoot())
      #expect(abs(statistics.mean) < 5 * spread / Double(runs).squareRoot())
    }
  }

  @Test func neighboursResembleEachOtherAsTheLawSays() throws {
    let places = [0.0, 0, 10, 20, 60].map { SitePosition(x: Length($0, .millimetre), y: .zero) }
    let runs = 6000
    var products = [0.0, 0, 0, 0, 0]
    var sameSite = 0.0
    for seed in 0..<runs {
      let variation = try SiteVariation(sites: places, law: .raw, seed: UInt64(seed))
      func deviation(_ site: Int, _ device: DeviceRole = .diode1) -> Double {
        variation.deviation(of: .saturationCurrent, device: device, site: site) / 0.1
      }
      for site in places.indices { products[site] += deviation(0) * deviation(site) }
      sameSite += deviation(0) * deviation(0, .diode2)
    }
    // Correlation 0.5 exp(-d / 20 mm) between sites and 0.5 between devices of one; standard error 1.3 %.
    let expected = [1, 0.5, 0.5 * exp(-0.5), 0.5 * exp(-1.0), 0.5 * exp(-3.0)]
    for (product, value) in zip(products, expected) {
      #expect(abs(product / Double(runs) - value) < 0.09)
    }
    #expect(abs(sameSite / Double(runs) - 0.5) < 0.08)
  }

  @Test func publishedEdgeUniformityIsASharedSpreadOfTheCurrent() {
    // 0.63 nm at 1.6 eV (774.9 nm) is 1.301 meV; n k T is 51.385 meV at 298.15 K.
    #expect(abs(VariationLaw.edgeSpread - 1.3008e-3 / 51.385e-3) < 2e-5)
    #expect(VariationLaw.matched.sharedSpread(of: .saturationCurrent) == VariationLaw.edgeSpread)
  }

  @Test func quantitiesAndDevicesAreIndependentWhereNothingIsShared() throws {
    var own: [VariedQuantity: Double] = [:]
    for quantity in VariedQuantity.allCases { own[quantity] = 0.05 }
    let variation = try SiteVariation(sites: Self.sites, law: VariationLaw(own: own), seed: 1)
    var seen: Set<Double> = []
    for site in Self.sites.indices {
      for device in DeviceRole.allCases {
        for quantity in VariedQuantity.allCases {
          let deviation = variation.deviation(of: quantity, device: device, site: site)
          seen.insert(deviation / variation.law.spread(of: quantity))
        }
      }
    }
    #expect(seen.count == 101 * 4 * 8)
  }

  @Test func withoutVariationEveryUnitIsNominal() throws {
    let variation = try SiteVariation(sites: Self.sites, law: .none, seed: 1)
    #expect(try variation.parameters(ofSite: 3) == .nominal)
  }

  @Test func everySiteMayHaveItsOwnAreas() throws {
    let variation = try SiteVariation(sites: Self.sites, law: .matched, seed: 1)
    let small = try DeviceParameters(
      diode1: DiodeParameters.nominal.scaled(to: Area(siValue: 3.2e-7))
    )
    let usual = try variation.parameters(ofSite: 9)
    let own = try variation.parameters(ofSite: 9, nominal: small)
    #expect(abs(own.diode1.saturationCurrent / usual.diode1.saturationCurrent - 0.5) < 1e-12)
    #expect(own.diode2 == usual.diode2)
  }

  @Test func thicknessAndEdgeMoveTheDevices() throws {
    let maps = try SiteMaps(
      relativeThickness: [1, 1.1],
      edgeShift: [Length(0.63, .nanometre), .zero]
    )
    let variation = try SiteVariation(
      sites: Array(Self.sites.prefix(2)),
      law: .none,
      maps: maps,
      seed: 1
    )
    // 0.63 nm at a gap of 1.6 eV (775 nm) is 1.30 meV: the current grows by exp(1.30 / 51.4).
    let shifted = try variation.parameters(ofSite: 0).diode1
    let change = 1.6 * 1.6 * 0.63e-9 / PhysicalConstant.photonEnergyWavelength
    #expect(abs(change - 1.30e-3) < 0.5e-5)
    let slope = 2 * PhysicalConstant.boltzmannPerCharge * 298.15
    #expect(abs(shifted.saturationCurrent / (1e-9 * exp(change / slope)) - 1) < 1e-12)
    #expect(abs(shifted.energyGap - (1.6 - change)) < 1e-15)
    let thick = try variation.parameters(ofSite: 1)
    #expect(abs(thick.diode1.saturationCurrent / 1.1e-9 - 1) < 1e-12)
    #expect(abs(thick.multistate.window.upperBound - 1.25e-3 / 1.1) < 1e-18)
    #expect(abs(thick.binary.setVoltage - 0.66) < 1e-15)
    #expect(abs(thick.diode2.capacitance - 0.28e-9 / 1.1) < 1e-24)
  }

  @Test func mapsMustFitTheSites() throws {
    let maps = try SiteMaps(relativeThickness: [1, 1])
    #expect(
      throws: DeviceError.countMismatch(quantity: .relativeThickness, found: 2, expected: 101)
    ) {
      try SiteVariation(sites: Self.sites, law: .raw, maps: maps, seed: 1)
    }
    #expect(throws: DeviceError.self) { try SiteMaps(relativeThickness: [0]) }
    #expect(throws: DeviceError.self) { try SiteMaps(edgeShift: [Length(1, .micrometre)]) }
    let nowhere = SitePosition(x: Length(siValue: .nan), y: .zero)
    #expect(throws: DeviceError.self) { try SiteVariation(sites: [nowhere], law: .raw, seed: 1) }
    #expect(throws: DeviceError.self) {
      try VariationLaw(own: [:], shared: [.window: .nan])
    }
    #expect(throws: DeviceError.self) {
      try VariationLaw(own: [:], correlationLength: .zero)
    }
    #expect(throws: DeviceError.self) { try VariationLaw.raw.setting(ownSpread: -1, of: .window) }
    #expect(throws: DeviceError.self) {
      try VariationLaw(own: [.window: -0.1])
    }
  }

  @Test func coincidingSitesAndNoSitesAreFine() throws {
    let twice = [Self.sites[0], Self.sites[0]]
    let variation = try SiteVariation(sites: twice, law: .raw, seed: 1)
    #expect(try variation.parameters(ofSite: 0) != variation.parameters(ofSite: 1))
    #expect(try SiteVariation(sites: [], law: .raw, seed: 1).sites.isEmpty)
  }
}
