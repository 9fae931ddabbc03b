// Goals, in this order: (1) results that don't depend on the machine's mathematics library; (2) errors of one or two
// units in the last place; (3) no branch.

/// Sixteen numbers of single precision.
///
/// They are two registers of machines with AVX2: chains of operations wait for their results, and two of them fill the time.
///
/// Polynomials are Chebyshev fits made with mpmath's `chebyfit`, relative error below 7e-8 of a correction term.
public struct FloatLanes: Lanes, Hashable {
  /// The numbers.
  public var vector: SIMD16<Float>

  /// Wraps sixteen numbers.
  @inlinable @inline(__always)
  public init(_ vector: SIMD16<Float>) { self.vector = vector }

  /// The number of lanes.
  @inlinable public static var count: Int { 16 }

  /// Fills all lanes with a number.
  @inlinable @inline(__always)
  public init(repeating value: Float) { vector = SIMD16(repeating: value) }

  /// Reads sixteen numbers from a place that needs no alignment.
  @inlinable @inline(__always)
  public init(reading place: UnsafePointer<Float>) {
    vector = UnsafeRawPointer(place).loadUnaligned(as: SIMD16<Float>.self)
  }

  /// Writes sixteen numbers to a place that needs no alignment.
  @inlinable @inline(__always)
  public func write(to place: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(place).storeBytes(of: vector, as: SIMD16<Float>.self)
  }

  /// Adds lane by lane.
  @inlinable @inline(__always)
  public static func + (left: Self, right: Self) -> Self { Self(left.vector + right.vector) }

  /// Subtracts lane by lane.
  @inlinable @inline(__always)
  public static func - (left: Self, right: Self) -> Self { Self(left.vector - right.vector) }

  /// Multiplies lane by lane.
  @inlinable @inline(__always)
  public static func * (left: Self, right: Self) -> Self { Self(left.vector * right.vector) }

  /// Divides lane by lane.
  @inlinable @inline(__always)
  public static func / (left: Self, right: Self) -> Self { Self(left.vector / right.vector) }

  /// Returns `self + left * right`, rounded once.
  @inlinable @inline(__always)
  public func addingProduct(_ left: Self, _ right: Self) -> Self {
    Self(vector.addingProduct(left.vector, right.vector))
  }

  /// Returns the larger number of each lane; where one is NaN, NaN.
  @inlinable @inline(__always)
  public func larger(_ other: Self) -> Self {
    let takesOther = (other.vector .> vector) .| (other.vector .!= other.vector)
    return Self(vector.replacing(with: other.vector, where: takesOther))
  }

  /// Returns the smaller number of each lane; where one is NaN, NaN.
  @inlinable @inline(__always)
  public func smaller(_ other: Self) -> Self {
    let takesOther = (other.vector .< vector) .| (other.vector .!= other.vector)
    return Self(vector.replacing(with: other.vector, where: takesOther))
  }

  /// Returns 1 in each lane above zero, else 0.
  @inlinable @inline(__always)
  public func isPositive() -> Self {
    Self(SIMD16(repeating: 0).replacing(with: 1, where: vector .> 0))
  }

  /// Returns the magnitudes.
  @inlinable @inline(__always)
  public func magnitude() -> Self {
    let bits = unsafeBitCast(vector, to: SIMD16<UInt32>.self) & SIMD16(repeating: 0x7FFF_FFFF)
    return Self(unsafeBitCast(bits, to: SIMD16<Float>.self))
  }

  /// Returns the square roots, with an error of one unit in the last place; not defined below zero.
  @inlinable @inline(__always)
  public func squareRoot() -> Self { Self(Self.squareRoot(vector)) }

  /// Returns the square roots, with an error of one unit in the last place; not defined below zero.
  ///
  /// The library's member of this name goes lane by lane through a call. An estimate of `1 / sqrt` from the exponent is
  /// bettered by Newton steps, then the root by its remainder.
  @inlinable @inline(__always)
  public static func squareRoot(_ x: SIMD16<Float>) -> SIMD16<Float> {
    // Numbers that aren't normal have no exponent to halve.
    let isSmall = x .< 0x1p-100
    let scaled = x.replacing(with: x * 0x1p64, where: isSmall)
    let bits =
      SIMD16(repeating: 0x5F37_59DF) &- (unsafeBitCast(scaled, to: SIMD16<UInt32>.self) &>> 1)
    var y = unsafeBitCast(bits, to: SIMD16<Float>.self)
    let half = scaled * -0.5
    let threeHalves = SIMD16<Float>(repeating: 1.5)
    y *= threeHalves.addingProduct(half * y, y)
    y *= threeHalves.addingProduct(half * y, y)
    y *= threeHalves.addingProduct(half * y, y)
    let root = scaled * y
    let rest = scaled.addingProduct(-root, root)
    var result = root.addingProduct(rest, y * 0.5)
    result.replace(with: result * 0x1p-32, where: isSmall)
    // Zero, infinity and NaN are their own roots.
    result.replace(with: x, where: (x .== 0) .| (x .== .infinity) .| (x .!= x))
    return result
  }

  /// Returns the exponentials: 0 below -86.9, infinity above 88.7.
  @inlinable @inline(__always)
  public func exponential() -> Self {
    var result = exponential(within: -88...89).vector
    result.replace(with: 0, where: vector .< -86.9)
    result.replace(with: .infinity, where: vector .> 88.72283)
    return Self(result)
  }

  /// Returns the exponentials of numbers inside a range, of others those of its ends; of NaN, NaN.
  ///
  /// - Parameter range: Not beyond -88 and 89.
  /// - Returns: The exponentials.
  @inlinable @inline(__always)
  public func exponential(within range: ClosedRange<Float>) -> Self {
    let inside = smaller(Self(repeating: range.upperBound))
      .larger(Self(repeating: range.lowerBound)).vector
    let shift = SIMD16<Float>(repeating: 0x1.8p23)
    let shifted = shift.addingProduct(inside, SIMD16(repeating: 1.442695))
    let k = shifted - shift
    // ln 2 in two parts; k times the first, of 15 bits, is exact.
    var r = inside.addingProduct(k, SIMD16(repeating: -0x1.62e4p-1))
    r = r.addingProduct(k, SIMD16(repeating: -0x1.7f7d1cp-20))
    var p = SIMD16<Float>(repeating: 0.0013926251)
    p = SIMD16(repeating: 0.008363233).addingProduct(p, r)
    p = SIMD16(repeating: 0.041666556).addingProduct(p, r)
    p = SIMD16(repeating: 0.16666576).addingProduct(p, r)
    p = SIMD16(repeating: 0.5).addingProduct(p, r)
    let growth = r.addingProduct(r * r, p)
    // Half of the scale: 2^128 has no bits of its own.
    let bits = (unsafeBitCast(shifted, to: SIMD16<Int32>.self) &+ SIMD16(repeating: 126)) &<< 23
    let half = unsafeBitCast(bits, to: SIMD16<Float>.self)
    return Self(half.addingProduct(half, growth) * 2)
  }

  /// Returns the natural logarithms of numbers in 1...2; of NaN, NaN.
  @inlinable @inline(__always)
  public func logarithmOfOneToTwo() -> Self {
    var result = Self.logarithm(normal: vector)
    result.replace(with: vector, where: vector .!= vector)
    return Self(result)
  }

  /// Returns the natural logarithms of normal numbers above zero.
  ///
  /// > Source: The reduction of FreeBSD's `e_logf.c`: `f = m - 1`, `s = f/(2 + f)`, a polynomial in `s²`.
  @inlinable @inline(__always)
  public static func logarithm(normal x: SIMD16<Float>) -> SIMD16<Float> {
    let bits = unsafeBitCast(x, to: SIMD16<UInt32>.self)
    // Moves the mantissa into sqrt(1/2)...sqrt(2).
    let offset = bits &+ SIMD16(repeating: 0x3F80_0000 - 0x3F35_04F3)
    let exponentBits = (offset &>> SIMD16(repeating: 23)) | SIMD16(repeating: 0x4B00_0000)
    let k = unsafeBitCast(exponentBits, to: SIMD16<Float>.self) - (0x1p23 + 127)
    let mantissaBits = (offset & SIMD16(repeating: 0x007F_FFFF)) &+ SIMD16(repeating: 0x3F35_04F3)
    let f = unsafeBitCast(mantissaBits, to: SIMD16<Float>.self) - 1
    let s = f / (f + 2)
    let z = s * s
    var p = SIMD16<Float>(repeating: 0.23330467)
    p = SIMD16(repeating: 0.2855082).addingProduct(p, z)
    p = SIMD16(repeating: 0.40000123).addingProduct(p, z)
    p = SIMD16(repeating: 0.6666667).addingProduct(p, z)
    let halfSquare = f * f * 0.5
    let low = (s * (halfSquare + z * p)).addingProduct(k, SIMD16(repeating: -0x1.05c61p-29))
    return (f - (halfSquare - low)).addingProduct(k, SIMD16(repeating: 0.6931472))
  }

  /// Returns sine and cosine of `2 pi turns`, for turns of magnitude below 1e5; absolute error below 2e-7.
  @inlinable @inline(__always)
  public static func sineAndCosine(
    turns: SIMD16<Float>
  ) -> (sine: SIMD16<Float>, cosine: SIMD16<Float>) {
    let shift = SIMD16<Float>(repeating: 0x1.8p23)
    let shifted = shift.addingProduct(turns, SIMD16(repeating: 4))
    let r = turns.addingProduct(shifted - shift, SIMD16(repeating: -0.25))
    let z = r * r
    var s = SIMD16<Float>(repeating: -75.40161)
    s = SIMD16(repeating: 81.592545).addingProduct(s, z)
    s = SIMD16(repeating: -41.34166).addingProduct(s, z)
    s = SIMD16(repeating: 6.2831855).addingProduct(s, z) * r
    var c = SIMD16<Float>(repeating: 59.220168)
    c = SIMD16(repeating: -85.44285).addingProduct(c, z)
    c = SIMD16(repeating: 64.93932).addingProduct(c, z)
    c = SIMD16(repeating: -19.73921).addingProduct(c, z)
    c = SIMD16(repeating: 1).addingProduct(c, z)
    // The quarter says which of the two is the sine, and the signs.
    let quarter = unsafeBitCast(shifted, to: SIMD16<UInt32>.self)
    // Choices by bits: comparisons of unsigned lanes run one by one.
    let isOdd = SIMD16<UInt32>(repeating: 0) &- (quarter & SIMD16(repeating: 1))
    let sineSign = (quarter & SIMD16(repeating: 2)) &<< 30
    let cosineSign = ((quarter &+ SIMD16(repeating: 1)) & SIMD16(repeating: 2)) &<< 30
    let (sBits, cBits) = (
      unsafeBitCast(s, to: SIMD16<UInt32>.self), unsafeBitCast(c, to: SIMD16<UInt32>.self)
    )
    let exchanged = (sBits ^ cBits) & isOdd
    let (sine, cosine) = (sBits ^ exchanged, cBits ^ exchanged)
    return (
      unsafeBitCast(sine ^ sineSign, to: SIMD16<Float>.self),
      unsafeBitCast(cosine ^ cosineSign, to: SIMD16<Float>.self)
    )
  }

  /// Returns the error function; absolute error below 2e-7.
  @inlinable @inline(__always)
  public func errorFunction() -> Self {
    let x = vector
    let a = magnitude().smaller(Self(repeating: 10)).vector
    let z = a * a
    var p = SIMD16<Float>(repeating: 7.875875e-05)
    p = SIMD16(repeating: -0.00080168643).addingProduct(p, z)
    p = SIMD16(repeating: 0.0051890873).addingProduct(p, z)
    p = SIMD16(repeating: -0.026854213).addingProduct(p, z)
    p = SIMD16(repeating: 0.11283595).addingProduct(p, z)
    p = SIMD16(repeating: -0.37612626).addingProduct(p, z)
    p = SIMD16(repeating: 1.1283792).addingProduct(p, z) * x
    // Beyond 1: erfc(a) = t Q(t) exp(-a^2), t = 1 / (1 + a / 2).
    let t =
      SIMD16<Float>(repeating: 1) / SIMD16(repeating: 1).addingProduct(a, SIMD16(repeating: 0.5))
    var q = SIMD16<Float>(repeating: -0.043872025)
    q = SIMD16(repeating: 0.23858629).addingProduct(q, t)
    q = SIMD16(repeating: -0.4306684).addingProduct(q, t)
    q = SIMD16(repeating: 0.24232894).addingProduct(q, t)
    q = SIMD16(repeating: -0.014759014).addingProduct(q, t)
    q = SIMD16(repeating: 0.20101292).addingProduct(q, t)
    q = SIMD16(repeating: 0.2430255).addingProduct(q, t)
    q = SIMD16(repeating: 0.28242412).addingProduct(q, t)
    q = SIMD16(repeating: 0.28208256).addingProduct(q, t)
    let rest = SIMD16<Float>(repeating: 1) - Self(-z).exponential().vector * q * t
    let far = rest.replacing(with: -rest, where: x .< 0)
    return Self(p.replacing(with: far, where: a .> 1))
  }

  /// Returns the sum of the lanes, pairs first.
  @inlinable @inline(__always)
  public func sum() -> Float {
    let eight = vector.lowHalf + vector.highHalf
    let four = eight.lowHalf + eight.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  /// Returns the largest lane.
  @inlinable @inline(__always)
  public func largest() -> Float {
    let eight = FloatLanes.larger(vector.lowHalf, vector.highHalf)
    let four = FloatLanes.larger(eight.lowHalf, eight.highHalf)
    let two = (max(four[0], four[2]), max(four[1], four[3]))
    return max(two.0, two.1)
  }

  @inlinable @inline(__always)
  static func larger(_ left: SIMD8<Float>, _ right: SIMD8<Float>) -> SIMD8<Float> {
    left.replacing(with: right, where: (right .> left) .| (right .!= right))
  }

  @inlinable @inline(__always)
  static func larger(_ left: SIMD4<Float>, _ right: SIMD4<Float>) -> SIMD4<Float> {
    left.replacing(with: right, where: (right .> left) .| (right .!= right))
  }
}
