import Foundation

/// A curve and its deviations as cubic polynomials over even pieces: as few as represent the tables.
///
/// A polynomial is of the way along its piece, 0 to 1, the constant first. Before the first piece and after the last there's one more each,
/// for inputs outside the domain; a unit's polynomials are those of the mean and its components, added up.
struct CurvePieces: Hashable, Sendable {
  /// Pieces between the domain's ends.
  let count: Int
  /// The mean, `[1 + count + 1]`.
  let means: [SIMD4<Float>]
  /// The components, `[component, 1 + count + 1]`.
  let components: [[SIMD4<Float>]]
  /// The scatter of readings as a share of the output, of curves where it's one everywhere, as of a current that is read.
  let readoutShare: Float?
  /// The scatter of readings, `[1 + count + 1]`.
  let readouts: [SIMD4<Float>]

  /// The numbers of pieces that are tried before all that the tables have [ours].
  private static let counts = [32, 64, 128, 256]
  /// How far pieces may be from the tables: the mean and components of three standard deviations together over the span of the mean, and
  /// the scatter of readings over itself [ours].
  private static let tolerance = (curve: 2e-6, readout: 2e-4)

  init(_ curve: ResponseCurve, extrapolates: Bool) {
    let points = curve.means.count
    let mean = Samples(
      values: curve.means,
      slopes: (0..<points).map { Double(curve.knots[2 * $0 + 1]) }
    )
    let deviations = (0..<curve.deviations.componentCount)
      .map { component in
        let start = component * points
        return Samples(curve.deviations.components[start..<start + points].map(Double.init))
      }
    let readout = Samples(curve.readoutSpreads.map(Double.init))
    readoutShare = Self.share(curve)
    let span = (curve.means.max() ?? 0) - (curve.means.min() ?? 0)
    let found = Self.counts.first { count in
      guard count < points - 1 else { return false }
      var errors = mean.errors(count)
      for component in deviations {
        for (index, error) in component.errors(count).enumerated() { errors[index] += 3 * error }
      }
      guard errors.allSatisfy({ $0 <= Self.tolerance.curve * span }) else { return false }
      return zip(readout.errors(count), readout.values)
        .allSatisfy { $0 <= Self.tolerance.readout * abs($1) }
    }
    let (chosen, isExact) = (found ?? points - 1, found == nil)
    count = chosen
    means = mean.pieces(chosen, isStraight: false, extrapolates)
    components = deviations.map { $0.pieces(chosen, isStraight: isExact, extrapolates) }
    readouts = readout.pieces(chosen, isStraight: isExact, false)
  }

  private static func share(_ curve: ResponseCurve) -> Float? {
    let spreads = curve.readoutSpreads.map(Double.init)
    // The scatter of logarithmic curves is relative to the output already.
    let outputs = curve.scale == .linear ? curve.means.map(abs) : curve.means.map { _ in 1 }
    guard let largest = outputs.max(), let place = outputs.firstIndex(of: largest), largest > 0
    else { return nil }
    let share = spreads[place] / largest
    let isShare = zip(spreads, outputs)
      .allSatisfy { spread, output in
        abs(spread - share * output) <= tolerance.readout * spread + tolerance.curve
          * spreads[place]
      }
    return isShare ? Float(share) : nil
  }

  /// A function over even points.
  private struct Samples {
    let values: [Double]
    /// The slopes at the points, from point to point.
    let slopes: [Double]
    /// How it goes on before the first point and after the last, from point to point.
    let ends: (first: Double, last: Double)

    init(values: [Double], slopes: [Double]) {
      (self.values, self.slopes) = (values, slopes)
      ends = (slopes[0], slopes[slopes.count - 1])
    }

    /// Of lines between points, which go on as lines; with slopes by differences, at the ends by those of three points.
    init(_ values: [Double]) {
      let last = values.count - 1
      self.values = values
      ends = (values[1] - values[0], values[last] - values[last - 1])
      slopes = values.indices.map { index in
        guard last > 1 else { return values[last] - values[0] }
        switch index {
        case 0: return (4 * values[1] - 3 * values[0] - values[2]) / 2
        case last: return (3 * values[last] - 4 * values[last - 1] + values[last - 2]) / 2
        default: return (values[index + 1] - values[index - 1]) / 2
        }
      }
    }

    /// The cubic through values and slopes at the ends of a piece.
    private static func hermite(
      _ start: (value: Double, slope: Double),
      _ end: (value: Double, slope: Double)
    ) -> SIMD4<Double> {
      let rise = end.value - start.value
      return SIMD4(
        start.value,
        start.slope,
        3 * rise - 2 * start.slope - end.slope,
        start.slope + end.slope - 2 * rise
      )
    }

    /// Value and slope at a share of the domain, the slope from end to end of it.
    private func knot(_ share: Double) -> (value: Double, slope: Double) {
      let steps = Double(values.count - 1)
      let position = share * steps
      let index = min(Int(position), values.count - 2)
      let t = position - Double(index)
      let c = Self.hermite(
        (values[index], slopes[index]),
        (values[index + 1], slopes[index + 1])
      )
      let value = c[0] + t * (c[1] + t * (c[2] + t * c[3]))
      return (value, steps * (c[1] + t * (2 * c[2] + t * 3 * c[3])))
    }

    private func polynomials(_ count: Int) -> [SIMD4<Double>] {
      let knots = (0...count)
        .map { index in
          let (value, slope) = knot(Double(index) / Double(count))
          return (value: value, slope: slope / Double(count))
        }
      return (0..<count).map { Self.hermite(knots[$0], knots[$0 + 1]) }
    }

    /// How far so many pieces are from the values.
    func errors(_ count: Int) -> [Double] {
      let pieces = polynomials(count)
      return values.enumerated()
        .map { index, value in
          let position = Double(index * count) / Double(values.count - 1)
          let piece = min(Int(position), count - 1)
          let (c, t) = (pieces[piece], position - Double(piece))
          return abs(c[0] + t * (c[1] + t * (c[2] + t * c[3])) - value)
        }
    }

    /// The polynomials with those outside the domain.
    ///
    /// - Parameters:
    ///   - count: Pieces inside.
    ///   - isStraight: Whether lines connect the points; then there's a piece for each two.
    ///   - goesOn: Whether the function goes on straight outside instead of keeping its end.
    /// - Returns: The polynomials, one before and one after those inside.
    func pieces(_ count: Int, isStraight: Bool, _ goesOn: Bool) -> [SIMD4<Float>] {
      let inside =
        isStraight
        ? (0..<count).map { SIMD4(values[$0], values[$0 + 1] - values[$0], 0, 0) }
        : polynomials(count)
      let (first, last) = (inside[0], inside[count - 1])
      let (start, end) = (first[0], last.sum())
      let perPiece = goesOn ? Double(values.count - 1) / Double(count) : 0
      let slopes = (first: ends.first * perPiece, last: ends.last * perPiece)
      // The piece before the domain ends where the domain begins.
      let before = SIMD4(start - slopes.first, slopes.first, 0, 0)
      return ([before] + inside + [SIMD4(end, slopes.last, 0, 0)]).map { SIMD4<Float>($0) }
    }
  }
}
