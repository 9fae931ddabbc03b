import FabNumerics
import FabQuality
import Testing

@Suite struct YieldTests {
  private let origin = SamplingSite(name: "a", x: 0, y: 0)

  private func units(good: Int, bad: Int, skipped: Int = 0) -> [YieldUnit] {
    let qualities =
      Array(repeating: BinQuality.pass, count: good) + Array(repeating: .fail, count: bad)
      + Array(repeating: .skip, count: skipped)
    return qualities.map { WaferOfUnits.unit(origin, [.unit: $0]) }
  }

  @Test func skippedUnitsAreNotInTheDenominator() throws {
    let count = YieldCount(of: .unit, in: units(good: 90, bad: 11, skipped: 7))
    #expect(count == YieldCount(good: 90, tested: 101, skipped: 7))
    // 90 of 101: 81.5 to 93.8 %.
    let interval = try #require(count.interval()).range
    #expect(abs(interval.lowerBound - 0.815) < 0.0005)
    #expect(abs(interval.upperBound - 0.938) < 0.0005)
    #expect(YieldCount(of: .diode1, in: units(good: 2, bad: 0)).skipped == 2)
    #expect(YieldCount().share == nil)
    #expect(YieldCount().interval() == nil)
  }

  @Test func groupsHaveTheirBorders() throws {
    func name(_ x: Double, _ y: Double, _ grouping: YieldGrouping) throws -> String {
      let unit = WaferOfUnits.unit(SamplingSite(name: "u", x: x, y: y), [.unit: .pass])
      return try YieldTable([unit], of: .unit, by: grouping, radius: 45).rows[0].name
    }
    #expect(try name(14.9, 0, .ring) == "centre")
    #expect(try name(15, 0, .ring) == "middle")
    #expect(try name(0, -30, .ring) == "edge")
    #expect(try name(45, 0, .ring) == "edge")
    #expect(try name(0, 0, .quadrant) == "I")
    #expect(try name(1, 0, .quadrant) == "I")
    #expect(try name(0, 1, .quadrant) == "II")
    #expect(try name(-1, 0, .quadrant) == "III")
    #expect(try name(0, -1, .quadrant) == "IV")
    #expect(try name(1, -1, .quadrant) == "IV")
    #expect(try name(1, -1, .array) == "singles")
    #expect(try name(1, -1, .lot) == "L1")
    #expect(throws: QualityError.self) { try YieldTable([], of: .unit, by: .ring, radius: 0) }
  }

  // scipy.stats.chi2_contingency([[40, 10], [25, 25], [30, 20]], correction=False)
  @Test func homogeneityHasItsPublishedValue() throws {
    var all: [YieldUnit] = []
    for (wafer, good, bad) in [("W1", 40, 10), ("W2", 25, 25), ("W3", 30, 20)] {
      for index in 0..<(good + bad) {
        all.append(WaferOfUnits.unit(origin, [.unit: index < good ? .pass : .fail], wafer: wafer))
      }
    }
    let table = try YieldTable(all, of: .unit, by: .wafer, radius: 45)
    #expect(table.rows.map(\.name) == ["W1", "W2", "W3"])
    #expect(table.total == YieldCount(good: 95, tested: 150))
    let test = try #require(table.homogeneity)
    #expect(abs(test.statistic - 10.047846889952153) < 1e-10)
    #expect(abs(test.pValue - 0.006578664978890964) < 1e-10)
    #expect(test.degreesOfFreedom == 2)
    #expect(!test.isRough)
    #expect(
      HomogeneityTest([YieldCount(good: 3, tested: 3), YieldCount(good: 1, tested: 1)]) == nil
    )
    let small = [YieldCount(good: 3, tested: 4), YieldCount(good: 1, tested: 4)]
    #expect(HomogeneityTest(small)?.isRough == true)
  }

  @Test func paretoCountsBadBinsOnly() {
    let codes = [(10, 3), (11, 5), (12, 2)]
    var all = units(good: 20, bad: 0)
    for (code, count) in codes {
      all += (0..<count).map { _ in WaferOfUnits.unit(origin, [.unit: .fail], code: code) }
    }
    let rows = BinPareto(of: .unit, in: all).rows
    #expect(rows.map(\.code) == [11, 10, 12])
    #expect(rows.map(\.count) == [5, 3, 2])
    #expect(rows.map(\.percent) == [50, 30, 20])
    #expect(rows.map(\.cumulativePercent) == [50, 80, 100])
    #expect(BinPareto(of: .diode1, in: all).rows.isEmpty)
  }

  @Test func jointYieldIsTheProductWhereComponentsAreIndependent() throws {
    var random = Xoshiro256(seed: 4)
    var small = 0
    var distance = 0.0
    for run in 0..<200 {
      let independent = (0..<101)
        .map { _ -> YieldUnit in
          var qualities: [BinSubject: BinQuality] = [:]
          for subject in BinSubject.components {
            qualities[subject] = random.uniformDeviate() < 0.8 ? .pass : .fail
          }
          return WaferOfUnits.unit(origin, qualities)
        }
      let found = try JointYield(independent, permutations: 99, seed: UInt64(run))
      if found.pValue <= 0.1 { small += 1 }
      distance += (found.observed.share ?? 0) - found.product
    }
    // At most 20, for whole counts make the test careful, and four standard errors; the mean distance vanishes.
    #expect(small > 2 && small < 37)
    #expect(abs(distance / 200) < 0.01)
    // Components that fail together: the joint yield is that of one.
    let together = (0..<100)
      .map { index -> YieldUnit in
        let quality: BinQuality = index < 80 ? .pass : .fail
        return WaferOfUnits.unit(
          origin,
          [.diode1: quality, .diode2: quality, .multistate: quality, .binary: quality]
        )
      }
    let joint = try JointYield(together + units(good: 0, bad: 0, skipped: 5), permutations: 999)
    #expect(joint.observed == YieldCount(good: 80, tested: 100, skipped: 5))
    #expect(abs(joint.product - 0.4096) < 1e-12)
    #expect(joint.pValue == 0.001)
    #expect(throws: QualityError.tooFew(found: 0, needed: 2)) { try JointYield([]) }
  }
}
