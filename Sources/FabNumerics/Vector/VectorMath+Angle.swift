extension VectorMath {
  /// Returns sine and cosine of `2 pi turns`, for turns of magnitude below 1e6; absolute error below 4e-16.
  @inlinable @inline(__always)
  public static func sineAndCosine(turns: Vector) -> (sine: Vector, cosine: Vector) {
    let shift = Vector(repeating: roundingShift)
    let shifted = shift.addingProduct(turns, Vector(repeating: 4))
    let r = turns - (shifted - shift) * 0.25
    let z = r * r
    var s = Vector(repeating: 3.7808689593022957)
    s = Vector(repeating: -15.093804209987114).addingProduct(s, z)
    s = Vector(repeating: 42.058685020160894).addingProduct(s, z)
    s = Vector(repeating: -76.70585970427454).addingProduct(s, z)
    s = Vector(repeating: 81.60524927594804).addingProduct(s, z)
    s = Vector(repeating: -41.341702240399634).addingProduct(s, z)
    s = Vector(repeating: 6.283185307179586).addingProduct(s, z) * r
    var c = Vector(repeating: -1.6968494702918826)
    c = Vector(repeating: 7.903091687751697).addingProduct(c, z)
    c = Vector(repeating: -26.426250908622137).addingProduct(c, z)
    c = Vector(repeating: 60.244641328867296).addingProduct(c, z)
    c = Vector(repeating: -85.45681720652271).addingProduct(c, z)
    c = Vector(repeating: 64.93939402266795).addingProduct(c, z)
    c = Vector(repeating: -19.739208802178716).addingProduct(c, z)
    c = Vector(repeating: 1).addingProduct(c, z)
    // The quarter says which of the two is the sine, and the signs.
    let quarter = unsafeBitCast(shifted, to: SIMD4<Int64>.self)
    let isOdd = (quarter & SIMD4(repeating: 1)) .!= SIMD4(repeating: 0)
    let sineIsNegative = (quarter & SIMD4(repeating: 2)) .!= SIMD4(repeating: 0)
    let cosineIsNegative =
      ((quarter &+ SIMD4(repeating: 1)) & SIMD4(repeating: 2)) .!= SIMD4(repeating: 0)
    var sine = s.replacing(with: c, where: isOdd)
    var cosine = c.replacing(with: s, where: isOdd)
    sine.replace(with: -sine, where: sineIsNegative)
    cosine.replace(with: -cosine, where: cosineIsNegative)
    return (sine, cosine)
  }
}
