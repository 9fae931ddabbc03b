/// The linear problem of one Gauss-Newton step: `JᵀJ` and `Jᵀr`, scaled to columns of length one.
struct NormalEquations {
  private let scale: [Double]
  private let matrix: SquareMatrix
  private let gradient: [Double]

  init(columns: [[Double]], residuals: [Double]) {
    let norms = columns.map { LevenbergMarquardt.squareSum($0).squareRoot() }
    scale = norms.map { $0 > 0 && $0.isFinite ? $0 : 1 }
    let lengths = scale
    matrix = SquareMatrix(size: columns.count) { row, column in
      Self.dot(columns[row], columns[column]) / (lengths[row] * lengths[column])
    }
    gradient = columns.indices.map { Self.dot(columns[$0], residuals) / lengths[$0] }
  }

  /// Returns the damped step, or `nil` where the damped matrix can't be factored.
  func step(damping: Double) -> [Double]? {
    var damped = matrix
    for index in 0..<matrix.size { damped[index, index] += damping }
    guard let factor = try? CholeskyFactor(damped) else { return nil }
    return zip(factor.solution(for: gradient.map { -$0 }), scale).map { $0 / $1 }
  }

  /// Returns by how much the linear model says that a step lowers the sum of squares.
  func predictedDecrease(of step: [Double], damping: Double) -> Double {
    zip(zip(step, scale), gradient)
      .reduce(0) { sum, item in
        let scaled = item.0.0 * item.0.1
        return sum + scaled * (damping * scaled - item.1)
      }
  }

  /// Returns the inverse of `JᵀJ`.
  func inverse() throws(FitError) -> SquareMatrix {
    for index in 0..<matrix.size where !(matrix[index, index] > 0) {
      throw .undetermined(parameter: index)
    }
    guard let factor = try? CholeskyFactor(matrix) else {
      throw .undetermined(parameter: weakestColumn)
    }
    let inverse = factor.inverse
    // Columns so nearly dependent that rounding decides: no honest error bar exists.
    for index in 0..<matrix.size where inverse[index, index] > 1e13 {
      throw .undetermined(parameter: index)
    }
    return SquareMatrix(size: matrix.size) { inverse[$0, $1] / (scale[$0] * scale[$1]) }
  }

  /// The column that the others explain best: the first whose pivot vanishes.
  private var weakestColumn: Int {
    for size in 1..<max(matrix.size, 1) {
      let leading = SquareMatrix(size: size) { matrix[$0, $1] }
      if (try? CholeskyFactor(leading)) == nil { return size - 1 }
    }
    return matrix.size - 1
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
  }
}
