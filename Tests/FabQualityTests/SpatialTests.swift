import FabNumerics
import FabQuality
import Testing

@Suite struct SpatialTests {
  private let sites = WaferOfUnits.sites

  private func bad(_ rule: (SamplingSite) -> Bool) -> [Bool] { sites.map(rule) }

  /// A line of four sites, worked out by hand.
  @Test func pairsAreCounted() throws {
    let line = (0..<4).map { SamplingSite(name: "\($0)", x: Double($0), y: 0) }
    let graph = try NeighborGraph(line, distance: 1)
    #expect(graph.pairs.count == 3)
    let joins = try JoinCount([true, true, false, false], graph: graph, permutations: 999)
    #expect(joins.badPairs == 1)
    #expect(joins.mixedPairs == 1)
    #expect(joins.goodPairs == 1)
    #expect(abs(joins.expectedBadPairs - 0.5) < 1e-12)
    // 3 of the 6 arrangements have the two bad ones together.
    #expect(abs(joins.pValue - 0.5) < 0.07)
    // Deviations -1.5, -0.5, 0.5, 1.5: 4/3 * (0.75 - 0.25 + 0.75)/5 = 1/3.
    let moran = try MoranIndex([1, 2, 3, 4], graph: graph, permutations: 999)
    #expect(abs(moran.value - 1.0 / 3) < 1e-12)
    #expect(abs(moran.expected + 1.0 / 3) < 1e-12)
    // 2 of the 24 arrangements reach the value of the ordered one.
    #expect(abs(moran.pValue - 2.0 / 24) < 0.04)
  }

  @Test func gridsHaveTheirDiagonals() throws {
    let square = (0..<9).map { SamplingSite(name: "\($0)", x: Double($0 % 3), y: Double($0 / 3)) }
    #expect(try NeighborGraph(square).pairs.count == 20)
    #expect(throws: QualityError.degenerateSites) { try NeighborGraph(square, distance: 0.5) }
    #expect(throws: QualityError.tooFew(found: 2, needed: 3)) {
      try NeighborGraph(Array(square.prefix(2)))
    }
  }

  @Test func chanceHasUniformPValues() throws {
    let graph = try NeighborGraph(sites)
    var random = Xoshiro256(seed: 31)
    var small = 0
    for run in 0..<200 {
      let values = sites.map { _ in random.normalDeviate() }
      let index = try MoranIndex(values, graph: graph, permutations: 199, seed: UInt64(run))
      if index.pValue <= 0.1 { small += 1 }
    }
    // 20 within four standard errors.
    #expect(abs(small - 20) < 17)
    let first = try MoranIndex(sites.map(\.x), graph: graph, permutations: 199)
    #expect(first.pValue == 0.005)
    #expect(first == (try MoranIndex(sites.map(\.x), graph: graph, permutations: 199)))
    let checkered = sites.map { (Int($0.x / 8) + Int($0.y / 8)) % 2 == 0 ? 1.0 : 0 }
    let rooks = try NeighborGraph(sites, distance: 8)
    #expect(try MoranIndex(checkered, graph: rooks, permutations: 199).value < -0.9)
  }

  private static let patterns: [(WaferPatternName, @Sendable (SamplingSite) -> Bool)] = [
    (.none, { _ in false }), (.none, { $0.name == "r1c1" || $0.name == "r-4c2" }),
    (.nearFull, { $0.name != "r0c0" && $0.name != "r2c2" }), (.center, { $0.radius < 16 }),
    (.donut, { $0.radius > 17 && $0.radius < 29 }), (.edgeRing, { $0.radius > 38 }),
    (.edgeLocal, { $0.radius > 32 && $0.x > 15 && $0.y > 0 }),
    (.scratch, { $0.y == 8 && $0.x >= -24 && $0.x <= 24 }),
    (.scratch, { $0.x == $0.y && $0.x >= -16 && $0.x <= 24 }),
    (.local, { abs($0.x - 24) <= 8 && abs($0.y - 8) <= 8 }),
    (
      .random,
      { site in
        let key = [UInt64(site.x + 100), UInt64(site.y + 100)]
        var random = Xoshiro256(seed: 6, key: key)
        return random.uniformDeviate() < 0.4
      }
    ),
  ]

  @Test(arguments: patterns.indices) func patternsHaveTheirNames(_ index: Int) throws {
    let (expected, rule) = Self.patterns[index]
    let isBad = bad(rule)
    let found = try WaferPattern(isBad, at: sites, radius: WaferOfUnits.radius)
    let count = isBad.count { $0 }
    #expect(found.name == expected, "\(count) of \(isBad.count) bad: \(found.reason)")
  }

  @Test func everyNameIsGiven() {
    #expect(Set(Self.patterns.map(\.0)) == Set(WaferPatternName.allCases))
  }

  @Test func namesTurnWithTheWafer() throws {
    for (_, rule) in Self.patterns.dropFirst(3) {
      let isBad = bad(rule)
      let turned = sites.map { SamplingSite(name: $0.name, x: -$0.y, y: $0.x) }
      let first = try WaferPattern(isBad, at: sites, radius: WaferOfUnits.radius)
      let second = try WaferPattern(isBad, at: turned, radius: WaferOfUnits.radius)
      #expect(first.name == second.name)
    }
  }

  @Test func refusesWhatHasNoPattern() throws {
    let few = Array(sites.prefix(19))
    #expect(throws: QualityError.tooFew(found: 19, needed: 20)) {
      try WaferPattern(few.map { _ in false }, at: few, radius: 45)
    }
    #expect(throws: QualityError.mismatched(found: 1, expected: sites.count)) {
      try WaferPattern([true], at: sites, radius: 45)
    }
    let graph = try NeighborGraph(sites)
    #expect(throws: QualityError.noSpread) { try JoinCount(bad { _ in true }, graph: graph) }
    #expect(throws: QualityError.notFinite(index: 0)) {
      try MoranIndex(sites.map { _ in .nan }, graph: graph)
    }
  }
}
