import FabQuality
import Foundation
import Testing

@Suite struct ChartConstantsTests {
  /// Montgomery, *Introduction to Statistical Quality Control*, 7th ed., appendix VI.
  private static let table: [(Int, Double, Double, Double)] = [
    (2, 1.128, 0.853, 0.7979), (3, 1.693, 0.888, 0.8862), (4, 2.059, 0.880, 0.9213),
    (5, 2.326, 0.864, 0.9400), (9, 2.970, 0.808, 0.9693), (13, 3.336, 0.770, 0.9794),
    (25, 3.931, 0.708, 0.9896),
  ]

  @Test(arguments: table)
  func haveTheirPublishedValues(size: Int, d2: Double, d3: Double, c4: Double) throws {
    let found = try ChartConstants(size: size)
    #expect(abs(found.d2 - d2) < 0.0006)
    #expect(abs(found.d3 - d3) < 0.0006)
    #expect(abs(found.c4 - c4) < 0.00006)
  }

  @Test func pairsHaveTheirExactValues() throws {
    let found = try ChartConstants(size: 2)
    #expect(abs(found.d2 - 2 / Double.pi.squareRoot()) < 1e-8)
    #expect(abs(found.d3 - (2 - 4 / Double.pi).squareRoot()) < 1e-8)
    #expect(abs(found.c4 - (2 / Double.pi).squareRoot()) < 1e-14)
    #expect(abs(try ChartConstants(size: 3).d2 - 3 / Double.pi.squareRoot()) < 1e-8)
  }

  /// The mean range by another integral, and the expansion of c4 for large samples.
  @Test(arguments: [51, 101, 505, 1000])
  func largeSamplesHaveTheirsToo(size: Int) throws {
    let found = try ChartConstants(size: size)
    let number = Double(size)
    let step = 0.002
    let range = (0...10_000)
      .reduce(0.0) { sum, index in
        let below = 0.5 * erfc((10 - step * Double(index)) / 2.0.squareRoot())
        return sum + step * (1 - pow(1 - below, number) - pow(below, number))
      }
    #expect(abs(found.d2 - range) < 1e-7)
    let expansion = 1 - 1 / (4 * number) - 7 / (32 * number * number)
    #expect(abs(found.c4 - expansion) < 1 / pow(number, 3))
    #expect(found.d3 > 0.3 && found.d3 < 0.7)
  }

  @Test func refusesOtherSizes() {
    #expect(throws: QualityError.self) { try ChartConstants(size: 1) }
    #expect(throws: QualityError.self) { try ChartConstants(size: 1001) }
  }
}
