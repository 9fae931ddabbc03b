/// A smooth curve through points that never overshoots them: monotone data give a monotone curve.
///
/// Beyond the ends the curve keeps the value of the nearest end.
///
/// > Source: F. N. Fritsch, J. Butland, *A method for constructing local monotone piecewise cubic interpolants*,
/// > SIAM J. Sci. Stat. Comput. 5, 300 (1984), doi 10.1137/0905021; slopes at the ends by the three-point formula of
/// > C. Moler, *Numerical Computing with MATLAB*, SIAM 2004, section 3.4.
public struct MonotoneCubic: Hashable, Sendable {
  private let x: [Double]
  private let y: [Double]
  /// The slopes of the curve at its points, in their order.
  public let slopes: [Double]

  /// Creates the curve through points.
  ///
  /// - Returns: `nil` unless there are two or more points, equally many of both, finite, with `x` ascending.
  public init?(x: [Double], y: [Double]) {
    guard x.count > 1, x.count == y.count, y.allSatisfy(\.isFinite), x.allSatisfy(\.isFinite),
      zip(x, x.dropFirst()).allSatisfy({ $0 < $1 })
    else { return nil }
    self.x = x
    self.y = y
    slopes = Self.slopes(x, y)
  }

  /// Returns the value of the curve.
  ///
  /// - Complexity: O(log *points*).
  public func value(at place: Double) -> Double {
    guard !place.isNaN else { return place }
    guard place > x[0] else { return y[0] }
    guard place < x[x.count - 1] else { return y[y.count - 1] }
    var low = 0
    var high = x.count - 1
    while high - low > 1 {
      let middle = (low + high) / 2
      if x[middle] <= place { low = middle } else { high = middle }
    }
    let width = x[high] - x[low]
    let t = (place - x[low]) / width
    let s = 1 - t
    let left = s * s * ((1 + 2 * t) * y[low] + t * width * slopes[low])
    let right = t * t * ((1 + 2 * s) * y[high] - s * width * slopes[high])
    return left + right
  }

  private static func slopes(_ x: [Double], _ y: [Double]) -> [Double] {
    let widths = zip(x.dropFirst(), x).map { $0 - $1 }
    let secants = widths.indices.map { (y[$0 + 1] - y[$0]) / widths[$0] }
    guard secants.count > 1 else { return [secants[0], secants[0]] }
    let last = secants.count - 1
    let inner = (1...last)
      .map { index -> Double in
        let before = secants[index - 1]
        let after = secants[index]
        guard before * after > 0 else { return 0 }
        let first = 2 * widths[index] + widths[index - 1]
        let second = widths[index] + 2 * widths[index - 1]
        return (first + second) / (first / before + second / after)
      }
    return [end(widths[0], widths[1], secants[0], secants[1])] + inner
      + [end(widths[last], widths[last - 1], secants[last], secants[last - 1])]
  }

  private static func end(
    _ width: Double,
    _ nextWidth: Double,
    _ secant: Double,
    _ nextSecant: Double
  ) -> Double {
    let slope = ((2 * width + nextWidth) * secant - width * nextSecant) / (width + nextWidth)
    if slope * secant <= 0 { return 0 }
    if secant * nextSecant <= 0, abs(slope) > 3 * abs(secant) { return 3 * secant }
    return slope
  }
}
