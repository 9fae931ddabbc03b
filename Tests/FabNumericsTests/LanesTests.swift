import FabNumerics
import Foundation
import Testing

@Suite struct LanesTests {
  /// Lanes of which the first and the last eight are the same.
  private static func twice(_ half: SIMD8<Float>) -> FloatLanes {
    FloatLanes(SIMD16(lowHalf: half, highHalf: half))
  }

  /// Units in the last place of the exact value.
  private static func error(_ found: Float, _ exact: Double) -> Double {
    let unit = Double(Float(exact).ulp)
    return abs(Double(found) - exact) / unit
  }

  /// The largest error over `count` numbers, evenly spaced.
  private static func largestError(
    from low: Float,
    to high: Float,
    _ function: (FloatLanes) -> FloatLanes,
    _ exact: (Double) -> Double
  ) -> Double {
    var largest = 0.0
    let count = 40_000
    for index in stride(from: 0, to: count, by: FloatLanes.count) {
      var x = SIMD16<Float>()
      for lane in 0..<FloatLanes.count {
        x[lane] = low + (high - low) * Float(index + lane) / Float(count)
      }
      let y = function(FloatLanes(x)).vector
      for lane in 0..<FloatLanes.count {
        largest = max(largest, error(y[lane], exact(Double(x[lane]))))
      }
    }
    return largest
  }

  @Test func exponentials() {
    let largest = Self.largestError(from: -86.5, to: 88.7, { $0.exponential() }, exp)
    #expect(largest < 1.5, "\(largest)")
    let near = Self.largestError(from: -0.5, to: 0.5, { $0.exponential() }, exp)
    #expect(near < 1, "\(near)")
    let special = Self.twice(SIMD8(0, -0, 89, -90, .infinity, -.infinity, .nan, 1))
    let found = special.exponential().vector
    #expect(found[0] == 1 && found[1] == 1 && found[2] == .infinity && found[3] == 0)
    #expect(found[4] == .infinity && found[5] == 0 && found[6].isNaN)
    #expect(found[7] == Float(exp(1.0)))
    let kept = Self.twice(SIMD8(-9, -2, 0, 2, 9, .nan, 1, 1)).exponential(within: -2...2).vector
    #expect(kept[0] == kept[1] && kept[4] == kept[3] && kept[2] == 1 && kept[5].isNaN)
    #expect(abs(kept[1] - Float(exp(-2.0))) < 1e-7)
  }

  @Test func logarithms() {
    let largest = Self.largestError(from: 1, to: 2, { $0.logarithmOfOneToTwo() }, log)
    #expect(largest < 2, "\(largest)")
    for (low, high) in [(Float(1e-30), Float(1e-28)), (0.01, 1), (3, 1e6), (1e30, 3e38)] {
      let largest = Self.largestError(
        from: low,
        to: high,
        { FloatLanes(FloatLanes.logarithm(normal: $0.vector)) },
        log
      )
      #expect(largest < 2, "\(low)...\(high): \(largest)")
    }
    #expect(FloatLanes(repeating: .nan).logarithmOfOneToTwo().vector[0].isNaN)
  }

  @Test func roots() {
    for (low, high) in [(Float(1e-45), Float(1e-38)), (1e-38, 1e-30), (0.1, 9), (1e30, 3e38)] {
      let largest = Self.largestError(from: low, to: high, { $0.squareRoot() }, sqrt)
      #expect(largest <= 1, "\(low)...\(high): \(largest)")
    }
    let special = Self.twice(SIMD8(0, 1, 4, .infinity, .nan, 0x1p-149, 0x1p-100, 9))
    let found = special.squareRoot().vector
    #expect(found[0] == 0 && found[1] == 1 && found[2] == 2 && found[3] == .infinity)
    #expect(found[4].isNaN && found[6] == 0x1p-50 && found[7] == 3)
  }

  @Test func errorFunctionAndAngles() {
    var largest = 0.0
    for index in 0..<24_000 {
      let x = Float(index - 12_000) / 2000
      let found = FloatLanes(repeating: x).errorFunction().vector[3]
      largest = max(largest, abs(Double(found) - erf(Double(x))))
    }
    #expect(largest < 2e-7, "\(largest)")
    largest = 0
    for index in 0..<20_000 {
      let turns = Float(index - 8000) / 6000
      let (sine, cosine) = FloatLanes.sineAndCosine(turns: SIMD16(repeating: turns))
      let angle = 2 * Double.pi * Double(turns)
      largest = max(largest, abs(Double(sine[5]) - sin(angle)), abs(Double(cosine[2]) - cos(angle)))
    }
    #expect(largest < 2e-7, "\(largest)")
    for x in [Float.infinity, -Float.infinity, 30] {
      #expect(FloatLanes(repeating: x).errorFunction().vector[0] == (x > 0 ? 1 : -1))
    }
    #expect(FloatLanes(repeating: .nan).errorFunction().vector[0].isNaN)
  }

  @Test func comparisonsAndSums() {
    let x = Self.twice(SIMD8(1, -2, 3, .nan, 5, -0, 7, 0))
    let y = Self.twice(SIMD8(2, -3, 3, 1, .nan, 0, 6, 1))
    let (high, low) = (x.larger(y).vector, x.smaller(y).vector)
    #expect(high[0] == 2 && high[1] == -2 && high[6] == 7 && low[0] == 1 && low[6] == 6)
    #expect(high[3].isNaN && high[4].isNaN && low[3].isNaN && low[4].isNaN)
    #expect(x.isPositive().vector == Self.twice(SIMD8(1, 0, 1, 0, 1, 0, 1, 0)).vector)
    for lane in 0..<FloatLanes.count {
      var numbers = SIMD16<Float>(repeating: -1)
      numbers[lane] = 8
      #expect(FloatLanes(numbers).largest() == 8 && FloatLanes(numbers).sum() == -7)
    }
    #expect(DoubleLanes(SIMD4(1, -2, 3, 4)).largest() == 4)
    #expect(DoubleLanes(SIMD4(1, -2, 3, 4)).sum() == 6)
  }

  @Test func readsAndWritesParts() {
    var numbers: [Float] = [1, 2, 3, 4, 5]
    numbers.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let lanes = FloatLanes(reading: base, number: 3, filler: -1)
      var wanted = SIMD16<Float>(repeating: -1)
      for lane in 0..<3 { wanted[lane] = Float(lane + 1) }
      #expect(lanes.vector == wanted)
      FloatLanes(repeating: 9).write(to: base + 1, number: 2)
    }
    #expect(numbers == [1, 9, 9, 4, 5])
  }
}
