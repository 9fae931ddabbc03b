// Goals, in this order: (1) results that don't depend on the lane or on the machine's mathematics library;
// (2) a relative error of a few units in the last place over the whole range; (3) no branch, so that loops over
// vectors of four doubles keep running at full width.

/// Exponentials and logarithms of four doubles at once.
///
/// Relative error at most 4 units in the last place where a member says nothing else. Polynomials are Chebyshev
/// fits made with mpmath's `chebyfit`, error below 4e-16 of a correction term.
public enum VectorMath {
  /// Four doubles.
  public typealias Vector = SIMD4<Double>

  @usableFromInline static let roundingShift = 0x1.8p52

  /// Returns `exp(x) - 1` of a reduced argument, `|x| <= 0.3466`.
  @inlinable @inline(__always)
  static func reducedGrowth(_ r: Vector) -> Vector {
    var p = Vector(repeating: 2.510038549551032e-08)
    p = Vector(repeating: 2.7620088445409746e-07).addingProduct(p, r)
    p = Vector(repeating: 2.7557268459997064e-06).addingProduct(p, r)
    p = Vector(repeating: 2.4801521295954376e-05).addingProduct(p, r)
    p = Vector(repeating: 0.00019841269863053618).addingProduct(p, r)
    p = Vector(repeating: 0.0013888888917213717).addingProduct(p, r)
    p = Vector(repeating: 0.008333333333330062).addingProduct(p, r)
    p = Vector(repeating: 0.04166666666662413).addingProduct(p, r)
    p = Vector(repeating: 0.16666666666666669).addingProduct(p, r)
    p = Vector(repeating: 0.5).addingProduct(p, r)
    return r.addingProduct(r * r, p)
  }

  /// Returns `2^(k - 1)` and `exp(r) - 1` with `x = k ln 2 + r`, for `x` in -708...710.
  @inlinable @inline(__always)
  static func reduced(_ x: Vector) -> (halfScale: Vector, growth: Vector) {
    let shift = Vector(repeating: roundingShift)
    let shifted = shift.addingProduct(x, Vector(repeating: 1.4426950408889634))
    let k = shifted - shift
    // ln 2 in two parts; the first has its last 21 bits zero, so that k times it is exact.
    var r = x.addingProduct(k, Vector(repeating: -0x1.62e42feep-1))
    r = r.addingProduct(k, Vector(repeating: -0x1.a39ef35793c76p-33))
    let bits = unsafeBitCast(shifted, to: SIMD4<Int64>.self)
    let scale = (bits &+ SIMD4(repeating: 1022)) &<< SIMD4(repeating: 52)
    return (unsafeBitCast(scale, to: Vector.self), reducedGrowth(r))
  }

  /// Returns `exp(x)` for `x` in -708...709, with the bits of ``exp(_:)``.
  @inlinable @inline(__always)
  public static func expOfModerate(_ x: Vector) -> Vector {
    let (half, growth) = reduced(x)
    return half.addingProduct(half, growth) * 2
  }

  /// Returns `exp(x)`; 0 below -708, infinity above 709.78, NaN of NaN.
  @inlinable public static func exp(_ x: Vector) -> Vector {
    let (half, growth) = reduced(clamped(x))
    var result = half.addingProduct(half, growth) * 2
    result.replace(with: 0, where: x .< -708)
    result.replace(with: .infinity, where: x .> 709.782712893384)
    result.replace(with: x, where: x .!= x)
    return result
  }

  /// Returns `exp(x) - 1`, also near zero to full relative precision; the sign of zero is kept.
  @inlinable @inline(__always)
  public static func expm1(_ x: Vector) -> Vector {
    let (half, growth) = reduced(clamped(x))
    var result = (half - 0.5).addingProduct(half, growth) * 2
    result.replace(with: .infinity, where: x .> 709.782712893384)
    result.replace(with: x, where: (x .!= x) .| (x .== 0))
    return result
  }

  @inlinable @inline(__always)
  static func clamped(_ x: Vector) -> Vector {
    var inside = x
    inside.replace(with: -708, where: x .< -708)
    inside.replace(with: 710, where: x .> 710)
    return inside
  }

  /// Returns `ln x`; minus infinity of 0, NaN below.
  @inlinable public static func log(_ x: Vector) -> Vector {
    var value = x
    var exponentShift = Vector(repeating: 0)
    let isSmall = x .< 0x1p-1022
    value.replace(with: x * 0x1p54, where: isSmall)
    exponentShift.replace(with: -54, where: isSmall)
    var result = logOfNormal(value, exponentShift: exponentShift)
    result.replace(with: -.infinity, where: x .== 0)
    result.replace(with: .nan, where: x .< 0)
    result.replace(with: x, where: (x .!= x) .| (x .== .infinity))
    return result
  }

  /// Returns `ln x + exponentShift ln 2` for normal numbers above zero, with the bits of ``log(_:)``.
  ///
  /// > Source: The reduction of FreeBSD's `e_log.c`: `f = m - 1`, `s = f/(2 + f)`, a polynomial in `s²`.
  @inlinable @inline(__always)
  public static func logOfNormal(
    _ x: Vector,
    exponentShift: Vector = Vector(repeating: 0)
  ) -> Vector {
    let bits = unsafeBitCast(x, to: SIMD4<UInt64>.self)
    // Moves the mantissa into sqrt(1/2)...sqrt(2).
    let offset = bits &+ SIMD4(repeating: 0x3FF0_0000_0000_0000 - 0x3FE6_A09E_667F_3BCD)
    let exponentBits = (offset &>> SIMD4(repeating: 52)) | SIMD4(repeating: 0x4330_0000_0000_0000)
    let k = unsafeBitCast(exponentBits, to: Vector.self) - (0x1p52 + 1023) + exponentShift
    let mantissaBits =
      (offset & SIMD4(repeating: 0x000F_FFFF_FFFF_FFFF)) &+ SIMD4(repeating: 0x3FE6_A09E_667F_3BCD)
    let f = unsafeBitCast(mantissaBits, to: Vector.self) - 1
    let s = f / (f + 2)
    let z = s * s
    var p = Vector(repeating: 0.14616585424888623)
    p = Vector(repeating: 0.15331710618210773).addingProduct(p, z)
    p = Vector(repeating: 0.18182889455674947).addingProduct(p, z)
    p = Vector(repeating: 0.22222211130259878).addingProduct(p, z)
    p = Vector(repeating: 0.2857142862600327).addingProduct(p, z)
    p = Vector(repeating: 0.39999999999899444).addingProduct(p, z)
    p = Vector(repeating: 0.666666666666667).addingProduct(p, z)
    let halfSquare = f * f * 0.5
    let low = (s * (halfSquare + z * p)).addingProduct(k, Vector(repeating: 0x1.a39ef35793c76p-33))
    return (f - (halfSquare - low)).addingProduct(k, Vector(repeating: 0x1.62e42feep-1))
  }

  /// Returns `ln(1 + x)`, also near zero to full relative precision.
  @inlinable public static func log1p(_ x: Vector) -> Vector {
    let sum = x + 1
    // What the sum lost by rounding, to first order.
    let lost = (x - (sum - 1)) / sum
    var result = log(sum) + lost
    let isPlain = (x .== 0) .| (x .== .infinity) .| (x .!= x)
    result.replace(with: x, where: isPlain)
    result.replace(with: -.infinity, where: x .== -1)
    return result
  }
}
