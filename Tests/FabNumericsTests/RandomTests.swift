import FabNumerics
import Testing

@Suite struct RandomTests {
  /// First outputs of the published C program splitmix64.c for the state 1234567.
  @Test func splitMixMatchesThePublishedProgram() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
    #expect(generator.next() == 9_817_491_932_198_370_423)
  }

  /// First outputs of the published C program xoshiro256starstar.c for the state 1, 2, 3, 4.
  @Test func xoshiroMatchesThePublishedProgram() {
    var generator = Xoshiro256(state: (1, 2, 3, 4))
    #expect(generator.next() == 11520)
    #expect(generator.next() == 0)
    #expect(generator.next() == 1_509_978_240)
    #expect(generator.next() == 1_215_971_899_390_074_240)
  }

  @Test func sameSeedAndKeyGiveTheSameStream() {
    var first = Xoshiro256(seed: 7, key: [3, 1])
    var second = Xoshiro256(seed: 7, key: [3, 1])
    for _ in 0..<100 { #expect(first.next() == second.next()) }
  }

  @Test func everyKeyHasAStreamOfItsOwn() {
    var starts: Set<UInt64> = []
    for seed in 0..<4 as Range<UInt64> {
      for site in 0..<50 as Range<UInt64> {
        for device in 0..<5 as Range<UInt64> {
          var generator = Xoshiro256(seed: seed, key: [site, device])
          starts.insert(generator.next())
        }
      }
    }
    #expect(starts.count == 4 * 50 * 5)
    var bare = Xoshiro256(seed: 1)
    var zero = Xoshiro256(seed: 1, key: [0])
    var zeros = Xoshiro256(seed: 1, key: [0, 0])
    #expect(Set([bare.next(), zero.next(), zeros.next()]).count == 3)
  }

  @Test func uniformDeviatesStayInsideTheOpenInterval() {
    struct Extreme: RandomNumberGenerator {
      let bits: UInt64
      mutating func next() -> UInt64 { bits }
    }
    var low = Extreme(bits: 0)
    var high = Extreme(bits: .max)
    #expect(low.uniformDeviate() > 0)
    #expect(high.uniformDeviate() < 1)
  }

  @Test func normalDeviatesHaveTheirMoments() throws {
    var generator = Xoshiro256(seed: 20)
    let count = 200_000
    let values = (0..<count).map { _ in generator.normalDeviate() }
    let statistics = try #require(SampleStatistics(values))
    // Five standard errors of mean and standard deviation.
    #expect(abs(statistics.mean) < 5 / Double(count).squareRoot())
    #expect(abs(statistics.standardDeviation - 1) < 5 / (2 * Double(count)).squareRoot())
    let fourth = values.reduce(0) { $0 + $1 * $1 * $1 * $1 } / Double(count)
    #expect(abs(fourth - 3) < 5 * (96 / Double(count)).squareRoot())
  }
}
