import FabNumerics
import Foundation
import Testing

/// Foundation's functions are the witness: glibc states less than one unit in the last place for them.
@Suite struct VectorMathTests {
  typealias Vector = VectorMath.Vector

  private func check(
    _ vector: (Vector) -> Vector,
    _ scalar: (Double) -> Double,
    over range: ClosedRange<Double>,
    _ name: String
  ) {
    var generator = Xoshiro256(seed: 11)
    for _ in 0..<20_000 {
      let width = range.upperBound - range.lowerBound
      let x = Vector(
        (0..<4).map { _ in range.lowerBound + width * generator.uniformDeviate() }
      )
      let found = vector(x)
      for lane in 0..<4 {
        let expected = scalar(x[lane])
        #expect(abs(found[lane] - expected) <= 4 * expected.ulp, "\(name)(\(x[lane]))")
        if abs(found[lane] - expected) > 4 * expected.ulp { return }
      }
    }
  }

  @Test func agreesWithTheScalarFunctions() {
    check(VectorMath.exp, Foundation.exp, over: -708...709.7, "exp")
    check(VectorMath.exp, Foundation.exp, over: -1...1, "exp")
    check(VectorMath.expm1, Foundation.expm1, over: -40...700, "expm1")
    check(VectorMath.expm1, Foundation.expm1, over: -1.5...1.5, "expm1")
    check(VectorMath.expm1, Foundation.expm1, over: -1e-9...1e-9, "expm1")
    check(VectorMath.log, Foundation.log, over: 0.5...2, "log")
    check(VectorMath.log, Foundation.log, over: 1e-3...1e6, "log")
    // The whole range of the argument: its logarithm is drawn.
    let spread = { (x: Vector) in Vector((0..<4).map { Foundation.exp(x[$0]) }) }
    check(
      { VectorMath.log(spread($0)) },
      { Foundation.log(Foundation.exp($0)) },
      over: -700...700,
      "log exp"
    )
    check(VectorMath.log1p, Foundation.log1p, over: -0.9...3, "log1p")
    check(VectorMath.log1p, Foundation.log1p, over: -1e-9...1e-9, "log1p")
  }

  @Test func formsForOrdinaryArgumentsHaveTheSameBits() {
    var generator = Xoshiro256(seed: 8)
    for _ in 0..<10_000 {
      let x = Vector((0..<4).map { _ in 1400 * generator.uniformDeviate() - 700 })
      let power = VectorMath.exp(x)
      #expect(VectorMath.expOfModerate(x) == power)
      #expect(VectorMath.logOfNormal(power) == VectorMath.log(power))
    }
  }

  @Test func keepsSpecialValues() {
    let infinity = Double.infinity
    #expect(VectorMath.exp(Vector(0, -infinity, infinity, -800)) == Vector(1, 0, infinity, 0))
    #expect(VectorMath.expm1(Vector(0, -infinity, infinity, -800)) == Vector(0, -1, infinity, -1))
    #expect(VectorMath.log(Vector(1, 0, infinity, 1)) == Vector(0, -infinity, infinity, 0))
    #expect(VectorMath.log1p(Vector(0, -1, infinity, 0)) == Vector(0, -infinity, infinity, 0))
    let nan = Vector(repeating: .nan)
    for result in [VectorMath.exp(nan), VectorMath.expm1(nan), VectorMath.log(nan)] {
      for lane in 0..<4 { #expect(result[lane].isNaN) }
    }
    #expect(VectorMath.log(Vector(repeating: -1))[0].isNaN)
    let small = VectorMath.log(Vector(repeating: .leastNonzeroMagnitude))[0]
    #expect(abs(small - Foundation.log(Double.leastNonzeroMagnitude)) < 1e-12)
  }
}
