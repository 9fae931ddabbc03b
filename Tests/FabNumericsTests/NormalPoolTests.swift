import FabNumerics
import Testing

@Suite struct NormalPoolTests {
  private static func deviates(_ pool: NormalPool, _ count: Int, from start: Int = 0) -> [Float] {
    [Float](unsafeUninitializedCapacity: count) { buffer, used in
      pool.fill(buffer, from: start)
      used = count
    }
  }

  @Test func deviatesAreStandardNormal() throws {
    let numbers = Self.deviates(NormalPool(seed: 5), 400_000).map(Double.init)
    let statistics = try #require(SampleStatistics(numbers))
    #expect(abs(statistics.mean) < 4 / 400_000.0.squareRoot())
    #expect(abs(statistics.standardDeviation - 1) < 0.005)
    for value in [-2.5, -1, 0.3, 1, 2.5] {
      let share = Double(numbers.count { $0 < value }) / Double(numbers.count)
      #expect(abs(share - NormalDistribution.probability(below: value)) < 0.004)
    }
  }

  @Test func partsAreThoseOfTheWhole() {
    let pool = NormalPool(seed: 5, purpose: 3)
    let whole = Self.deviates(pool, 1000)
    for start in [0, 1, 63, 64, 65, 500] {
      #expect(Self.deviates(pool, 200, from: start) == Array(whole[start..<start + 200]))
    }
    #expect(Self.deviates(NormalPool(seed: 5, purpose: 4), 1000) != whole)
    #expect(Self.deviates(NormalPool(seed: 6, purpose: 3), 1000) != whole)
  }

  /// Neighbours, runs side by side, and streams of other purposes have nothing in common.
  @Test(arguments: [1, 2, 63, 64, 128, 4096])
  func deviatesDoNotCorrelate(distance: Int) {
    let count = 200_000
    let numbers = Self.deviates(NormalPool(seed: 8), count + distance)
    var sum = 0.0
    for index in 0..<count { sum += Double(numbers[index]) * Double(numbers[index + distance]) }
    #expect(abs(sum / Double(count)) < 5 / Double(count).squareRoot())
    let other = Self.deviates(NormalPool(seed: 8, purpose: UInt32(distance)), count)
    var across = 0.0
    for index in 0..<count { across += Double(numbers[index]) * Double(other[index]) }
    #expect(abs(across / Double(count)) < 5 / Double(count).squareRoot())
  }
}
