/// The few directions in which many curves differ from their mean, by principal component analysis.
///
/// The leading directions are found by subspace iteration from a fixed start: equal curves give equal components, and no
/// matrix larger than a score or two a curve is made.
///
/// > Source: N. Halko, P. G. Martinsson, J. A. Tropp, *Finding structure with randomness*, SIAM Rev. 53, 217 (2011),
/// > doi 10.1137/090771806, algorithms 4.4 and 5.1.
public struct PrincipalComponents: Hashable, Sendable {
  /// The mean of the curves at each point.
  public let mean: [Double]
  /// The standard deviation of the curves at each point, everything included.
  public let standardDeviations: [Double]
  /// The components, shape `[component, point]`, each times the standard deviation of its scores.
  public let components: [[Double]]
  /// The scores of each curve, shape `[curve, component]`; of mean zero and variance one over the curves.
  public let scores: [[Double]]
  /// The share of the total variance that the components carry; 1 where the curves are all alike.
  public let explainedShare: Double

  /// Directions that are iterated beyond those that are kept.
  private static let spare = 4
  /// Iterations; the variances of curves of a few parameters fall fast.
  private static let passes = 4

  /// Analyses curves; `nil` for no curve, curves of different lengths, and numbers that aren't finite.
  ///
  /// - Parameters:
  ///   - curves: The curves, each of as many points.
  ///   - limit: The most components that are kept.
  ///   - share: The share of the total variance at which no more are kept.
  public init?(_ curves: [[Double]], limit: Int, share: Double) {
    guard let points = curves.first?.count, points > 0,
      curves.allSatisfy({ $0.count == points && $0.allSatisfy(\.isFinite) })
    else { return nil }
    let count = Double(curves.count)
    var mean = Array(repeating: 0.0, count: points)
    for curve in curves { for (point, value) in curve.enumerated() { mean[point] += value } }
    for point in 0..<points { mean[point] /= count }
    let deviations = curves.map { curve in zip(curve, mean).map { $0 - $1 } }
    var squares = Array(repeating: 0.0, count: points)
    for row in deviations { for point in 0..<points { squares[point] += row[point] * row[point] } }
    self.mean = mean
    standardDeviations = squares.map { ($0 / max(1, count - 1)).squareRoot() }
    let total = squares.reduce(0, +)
    // Rounding of the mean alone isn't a difference between curves.
    let scale = mean.reduce(0) { $0 + $1 * $1 } * count
    guard curves.count > 1, total > 1e-28 * scale, total > 0, limit > 0 else {
      components = []
      scores = curves.map { _ in [] }
      explainedShare = 1
      return
    }
    let found = Self.leading(deviations, count: min(limit + Self.spare, curves.count - 1, points))
    var kept: [(direction: [Double], deviation: Double)] = []
    var explained = 0.0
    for (direction, variance) in found.prefix(limit) {
      guard explained < share * total, variance > 1e-14 * total else { break }
      explained += variance
      kept.append((direction, (variance / (count - 1)).squareRoot()))
    }
    components = kept.map { one in one.direction.map { one.deviation * $0 } }
    scores = deviations.map { row in kept.map { Self.dot(row, $0.direction) / $0.deviation } }
    explainedShare = min(1, explained / total)
  }

  /// The leading directions with the sums of squares along them, largest first.
  private static func leading(_ rows: [[Double]], count: Int) -> [([Double], Double)] {
    let points = rows[0].count
    var generator = Xoshiro256(seed: 0, key: [UInt64(points), UInt64(rows.count)])
    var basis = orthonormal(
      (0..<count).map { _ in (0..<points).map { _ in generator.normalDeviate() } }
    )
    for _ in 0..<passes {
      var next = basis.map { _ in Array(repeating: 0.0, count: points) }
      for row in rows {
        for index in basis.indices { add(dot(row, basis[index]), times: row, to: &next[index]) }
      }
      basis = orthonormal(next)
    }
    var gram = Array(repeating: Array(repeating: 0.0, count: basis.count), count: basis.count)
    for row in rows {
      let scores = basis.map { dot(row, $0) }
      for one in scores.indices {
        for other in scores.indices { gram[one][other] += scores[one] * scores[other] }
      }
    }
    let (values, vectors) = eigen(gram)
    return values.indices.sorted { values[$0] > values[$1] }
      .map { index in
        var direction = Array(repeating: 0.0, count: points)
        for (place, vector) in basis.enumerated() {
          add(vectors[place][index], times: vector, to: &direction)
        }
        // Of the two signs that with the largest entry positive.
        let largest = direction.max { abs($0) < abs($1) } ?? 0
        if largest < 0 { direction = direction.map { -$0 } }
        return (direction, values[index])
      }
  }

  /// Gram-Schmidt, twice; vectors that the others span are left out.
  private static func orthonormal(_ vectors: [[Double]]) -> [[Double]] {
    var result: [[Double]] = []
    for vector in vectors {
      var rest = vector
      let length = dot(vector, vector).squareRoot()
      guard length > 0 else { continue }
      for _ in 0..<2 { for known in result { add(-dot(rest, known), times: known, to: &rest) } }
      let left = dot(rest, rest).squareRoot()
      guard left > 1e-10 * length else { continue }
      result.append(rest.map { $0 / left })
    }
    return result
  }

  /// Eigenvalues and eigenvectors, in columns, of a small symmetric matrix by Jacobi's rotations.
  private static func eigen(_ matrix: [[Double]]) -> ([Double], [[Double]]) {
    var a = matrix
    let size = a.count
    var vectors = (0..<size).map { row in (0..<size).map { row == $0 ? 1.0 : 0 } }
    for _ in 0..<60 {
      var off = 0.0
      for p in 0..<size { for q in 0..<size where p != q { off += a[p][q] * a[p][q] } }
      let diagonal = a.indices.reduce(0) { $0 + a[$1][$1] * a[$1][$1] }
      guard off > 1e-30 * diagonal else { break }
      for p in 0..<size {
        for q in (p + 1)..<max(size, p + 1) where a[p][q] != 0 {
          let theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
          let t = (theta < 0 ? -1 : 1) / (abs(theta) + (theta * theta + 1).squareRoot())
          let cosine = 1 / (t * t + 1).squareRoot()
          let sine = t * cosine
          for k in 0..<size {
            let (x, y) = (a[k][p], a[k][q])
            a[k][p] = cosine * x - sine * y
            a[k][q] = sine * x + cosine * y
          }
          for k in 0..<size {
            let (x, y) = (a[p][k], a[q][k])
            a[p][k] = cosine * x - sine * y
            a[q][k] = sine * x + cosine * y
          }
          for k in 0..<size {
            let (x, y) = (vectors[k][p], vectors[k][q])
            vectors[k][p] = cosine * x - sine * y
            vectors[k][q] = sine * x + cosine * y
          }
        }
      }
    }
    return (a.indices.map { a[$0][$0] }, vectors)
  }

  /// Eight sums side by side, in a fixed order.
  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sums = SIMD8<Double>.zero
    let whole = left.count / 8 * 8
    return left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        for start in stride(from: 0, to: whole, by: 8) {
          var (x, y) = (SIMD8<Double>.zero, SIMD8<Double>.zero)
          for lane in 0..<8 { (x[lane], y[lane]) = (left[start + lane], right[start + lane]) }
          sums += x * y
        }
        var sum = sums.sum()
        for index in whole..<left.count { sum += left[index] * right[index] }
        return sum
      }
    }
  }

  private static func add(_ factor: Double, times vector: [Double], to sum: inout [Double]) {
    vector.withUnsafeBufferPointer { vector in
      sum.withUnsafeMutableBufferPointer { sum in
        for index in vector.indices { sum[index] += factor * vector[index] }
      }
    }
  }
}
