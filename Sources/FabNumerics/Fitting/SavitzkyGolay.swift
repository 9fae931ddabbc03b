/// Smoothing and derivatives by local polynomials on an even grid.
///
/// > Source: A. Savitzky, M. J. E. Golay, *Smoothing and differentiation of data by simplified least squares
/// > procedures*, Anal. Chem. 36, 1627 (1964), doi 10.1021/ac60214a047.
public struct SavitzkyGolay: Hashable, Sendable {
  /// The weights of the window's values, in units of the step to the power of minus the derivative.
  public let weights: [Double]
  /// The points on each side of the middle.
  public var halfWidth: Int { weights.count / 2 }

  /// Computes the weights of a derivative at the middle of a window.
  ///
  /// - Precondition: `order` is less than the number of points `2 halfWidth + 1`, and `derivative` at most `order`.
  public init(halfWidth: Int, order: Int, derivative: Int) {
    precondition(order < 2 * halfWidth + 1, "the window has too few points for the polynomial")
    precondition((0...order).contains(derivative), "no such derivative of that polynomial")
    // Positions scaled to -1...1 keep the normal equations well conditioned.
    let scale = Double(max(1, halfWidth))
    let positions = (-halfWidth...halfWidth).map { Double($0) / scale }
    func power(_ x: Double, _ exponent: Int) -> Double {
      var result = 1.0
      for _ in 0..<exponent { result *= x }
      return result
    }
    let normal = SquareMatrix(size: order + 1) { row, column in
      positions.reduce(0) { $0 + power($1, row + column) }
    }
    let unit = (0...order).map { $0 == derivative ? 1.0 : 0.0 }
    let solution = (try? CholeskyFactor(normal))?.solution(for: unit) ?? unit
    let factorial = (0..<derivative).reduce(1.0) { $0 * Double($1 + 1) }
    let unscaled = factorial / power(scale, derivative)
    weights = positions.map { x in
      unscaled * solution.enumerated().reduce(0) { $0 + $1.element * power(x, $1.offset) }
    }
  }

  /// Applies the weights where the window fits; the result begins at the point `halfWidth`.
  public func applied(to values: [Double]) -> [Double] {
    guard values.count >= weights.count else { return [] }
    return (0...(values.count - weights.count))
      .map { start in
        var sum = 0.0
        for index in weights.indices { sum += weights[index] * values[start + index] }
        return sum
      }
  }
}
