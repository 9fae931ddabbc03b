public import FabNumerics
import Foundation

/// Units of a curve that take turns, each with its deviations added up: what a layer of activations is.
///
/// > Validity: As ``ResponseCurve/evaluate(_:into:units:policy:of:)`` up to 2e-5 of the output, or of one (`CurveUnitsTests`).
public struct CurveUnits: Hashable, Sendable {
  /// The curve.
  public let curve: ResponseCurve
  /// The number of units.
  public let count: Int
  /// What is done with inputs outside the domain; they aren't refused here.
  public let policy: DomainPolicy

  private let pieces: CurvePieces
  /// The polynomials of each unit, `[unit, piece]`, pieces as in ``CurvePieces``.
  private let polynomials: [SIMD4<Float>]

  /// Creates units.
  ///
  /// - Parameters:
  ///   - curve: The curve.
  ///   - units: How each deviates; `nil` for mean units.
  ///   - policy: What is done with inputs outside the domain.
  /// - Precondition: The units are of this curve.
  public init(_ curve: ResponseCurve, units: DrawnUnits?, policy: DomainPolicy) {
    self.curve = curve
    self.policy = policy
    count = units?.count ?? 1
    let pieces = CurvePieces(curve, extrapolates: policy == .extrapolate)
    self.pieces = pieces
    guard let units, units.componentCount > 0 else {
      polynomials = Array(repeatElement(pieces.means, count: count).joined())
      return
    }
    precondition(units.componentCount == pieces.components.count, "units of another curve")
    var polynomials: [SIMD4<Float>] = []
    polynomials.reserveCapacity(count * pieces.means.count)
    for unit in 0..<count {
      let weights = units.weights[unit * units.componentCount..<(unit + 1) * units.componentCount]
      for (piece, mean) in pieces.means.enumerated() {
        var sum = mean
        for (component, weight) in zip(pieces.components, weights) {
          sum.addProduct(component[piece], weight)
        }
        polynomials.append(sum)
      }
    }
    self.polynomials = polynomials
  }

  /// Evaluates many inputs.
  ///
  /// - Parameters:
  ///   - inputs: The inputs.
  ///   - outputs: What is filled, as many; may be the same memory.
  ///   - first: The unit of the first input, modulo their number.
  ///   - normals: The deviates that readings scatter by, and the position of the first input's; `nil` for no scatter.
  /// - Returns: The number of inputs outside the domain, NaN included.
  /// - Precondition: There are as many outputs as inputs.
  public func evaluate(
    _ inputs: UnsafeBufferPointer<Float>,
    into outputs: UnsafeMutableBufferPointer<Float>,
    first: Int,
    normals: (pool: NormalPool, start: Int)? = nil
  ) -> Int {
    precondition(inputs.count == outputs.count)
    guard let source = inputs.baseAddress, let target = outputs.baseAddress else { return 0 }
    guard let normals else {
      return evaluate(source, target, inputs.count, first % count, scatter: nil)
    }
    var outside = 0
    normals.pool.forEachRun(inputs.count, from: normals.start) { place, pool, sign, size in
      outside += evaluate(
        source + place,
        target + place,
        size,
        (first + place) % count,
        scatter: (pool, sign)
      )
    }
    return outside
  }

  private func evaluate(
    _ source: UnsafePointer<Float>,
    _ target: UnsafeMutablePointer<Float>,
    _ number: Int,
    _ first: Int,
    scatter: (pool: UnsafePointer<Float>, sign: Float)?
  ) -> Int {
    let low = SIMD16(repeating: Float(curve.domain.lowerBound))
    let high = SIMD16(repeating: Float(curve.domain.upperBound))
    let perPiece = Float(Double(pieces.count) / (curve.domain.upperBound - curve.domain.lowerBound))
    let last = FloatLanes(repeating: Float(pieces.count + 1))
    let extrapolates = policy == .extrapolate
    let isLinear = curve.scale == .linear
    let stride = Int32(pieces.means.count)
    // Where the polynomials of units in turn begin; mean units have the same.
    let steps =
      count == 1 ? SIMD16<Int32>(repeating: 0) : FloatLanes.places &* stride
    var unit = first
    var outside = SIMD16<Int32>(repeating: 0)
    polynomials.withUnsafeBufferPointer { polynomials in
      pieces.readouts.withUnsafeBufferPointer { readouts in
        guard let polynomials = UnsafeRawPointer(polynomials.baseAddress),
          let readouts = UnsafeRawPointer(readouts.baseAddress)
        else { return }
        var place = 0
        while place < number {
          var taken = min(FloatLanes.count, number - place)
          if count > 1 { taken = min(taken, count - unit) }
          let input = FloatLanes(first: taken, at: source + place).vector
          var isOutside = .!((input .>= low) .& (input .<= high))
          if taken < FloatLanes.count { isOutside = (isOutside .& Self.isBelow(taken)) }
          outside.replace(with: outside &+ 1, where: isOutside)
          // The domain begins with the second piece.
          let position = SIMD16<Float>(repeating: 1)
            .addingProduct(input - low, SIMD16(repeating: perPiece))
          // A comparison with NaN is false, so that NaN takes the first piece here and is put back below.
          var inside = SIMD16<Float>(repeating: 0).replacing(with: position, where: position .> 0)
          inside = FloatLanes(inside).smaller(last).vector
          let piece = Self.wholePart(inside)
          let t = FloatLanes((extrapolates ? position : inside) - piece.whole)
          // Lanes that aren't taken have no unit of their own.
          var units = steps
          if taken < FloatLanes.count { units.replace(with: 0, where: .!Self.isBelow(taken)) }
          let own = polynomials + unit * Int(stride) * MemoryLayout<SIMD4<Float>>.stride
          var value = Self.evaluate(own, at: units &+ piece.number, t)
          if !isLinear { value = value.exponential() }
          if let scatter {
            let normals = FloatLanes(first: taken, at: scatter.pool + place)
            if let share = pieces.readoutShare {
              let deviate = FloatLanes(repeating: scatter.sign * share) * normals
              value = value.addingProduct(value.magnitude(), deviate)
            } else {
              let spread = Self.evaluate(readouts, at: piece.number, t)
              let deviate = FloatLanes(repeating: scatter.sign) * spread * normals
              value = isLinear ? value + deviate : value.addingProduct(value, deviate)
            }
          }
          let result = value.vector.replacing(with: input, where: input .!= input)
          FloatLanes(result).write(first: taken, to: target + place)
          place += taken
          if count > 1 { unit = unit + taken == count ? 0 : unit + taken }
        }
      }
    }
    return Int(outside.wrappedSum())
  }

  /// Which lanes are below a number.
  @inline(__always)
  private static func isBelow(_ number: Int) -> SIMDMask<SIMD16<Int32>> {
    FloatLanes.places .< Int32(number)
  }

  /// The whole part of numbers of 0 to 2^22, as numbers of either kind.
  @inline(__always)
  private static func wholePart(
    _ x: SIMD16<Float>
  ) -> (whole: SIMD16<Float>, number: SIMD16<Int32>) {
    let shift = SIMD16<Float>(repeating: 0x1p23)
    let nearest = (x + shift) - shift
    let whole = nearest.replacing(with: nearest - 1, where: nearest .> x)
    let bits = unsafeBitCast(whole + shift, to: SIMD16<Int32>.self)
    return (whole, bits & SIMD16(repeating: 0x007F_FFFF))
  }

  /// Evaluates a polynomial of a table in each lane.
  @inline(__always)
  private static func evaluate(
    _ table: UnsafeRawPointer,
    at places: SIMD16<Int32>,
    _ t: FloatLanes
  ) -> FloatLanes {
    // In bytes at once, for addresses have no factor of sixteen.
    let offsets = unsafeBitCast(places &<< 4, to: SIMD16<UInt32>.self)
    let quarters = (
      columns(table, offsets.lowHalf.lowHalf),
      columns(table, offsets.lowHalf.highHalf),
      columns(table, offsets.highHalf.lowHalf),
      columns(table, offsets.highHalf.highHalf)
    )
    @inline(__always)
    func joined(
      _ a: SIMD4<Float>,
      _ b: SIMD4<Float>,
      _ c: SIMD4<Float>,
      _ d: SIMD4<Float>
    ) -> FloatLanes {
      FloatLanes(
        SIMD16(lowHalf: SIMD8(lowHalf: a, highHalf: b), highHalf: SIMD8(lowHalf: c, highHalf: d))
      )
    }
    let c3 = joined(quarters.0.3, quarters.1.3, quarters.2.3, quarters.3.3)
    let c2 = joined(quarters.0.2, quarters.1.2, quarters.2.2, quarters.3.2)
    let c1 = joined(quarters.0.1, quarters.1.1, quarters.2.1, quarters.3.1)
    let c0 = joined(quarters.0.0, quarters.1.0, quarters.2.0, quarters.3.0)
    return c0.addingProduct(c1.addingProduct(c2.addingProduct(c3, t), t), t)
  }

  /// The columns of four rows of a table.
  @inline(__always)
  private static func columns(
    _ table: UnsafeRawPointer,
    _ offsets: SIMD4<UInt32>
  ) -> (SIMD4<Float>, SIMD4<Float>, SIMD4<Float>, SIMD4<Float>) {
    @inline(__always)
    func row(_ index: Int) -> SIMD4<Float> {
      table.load(fromByteOffset: Int(offsets[index]), as: SIMD4<Float>.self)
    }
    let ab = SIMD8(lowHalf: row(0), highHalf: row(1))
    let cd = SIMD8(lowHalf: row(2), highHalf: row(3))
    let even = SIMD8(lowHalf: ab.evenHalf, highHalf: cd.evenHalf)
    let odd = SIMD8(lowHalf: ab.oddHalf, highHalf: cd.oddHalf)
    return (even.evenHalf, odd.evenHalf, even.oddHalf, odd.oddHalf)
  }
}
