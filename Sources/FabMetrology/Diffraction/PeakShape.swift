import FabNumerics

/// A peak's rough shape: its top, its height above the background, its width.
struct PeakShape {
  let top: Int
  let background: Double
  let height: Double
  let width: Double

  init(_ x: [Double], _ y: [Double]) {
    let top = y.indices.max { y[$0] < y[$1] } ?? 0
    let edge = max(1, y.count / 10)
    let ends = Array(y.prefix(edge) + y.suffix(edge))
    let background = ends.reduce(0, +) / Double(ends.count)
    let height = y[top] - background
    let half = background + height / 2
    var left = top
    var right = top
    while left > 0, y[left] > half { left -= 1 }
    while right < y.count - 1, y[right] > half { right += 1 }
    self.top = top
    self.background = background
    self.height = height
    width = max(x[right] - x[left], 1e-6)
  }

  /// The centre of mass above the line and above half of the height.
  func centroid(_ x: [Double], _ y: [Double]) -> Double {
    var sum = 0.0
    var moment = 0.0
    // The weight begins at zero, so that a point that comes or goes with the noise moves nothing.
    let floor = background + 0.2 * height
    for index in run(y, above: floor) {
      let excess = y[index] - floor
      sum += excess
      moment += excess * x[index]
    }
    return sum > 0 ? moment / sum : x[top]
  }

  /// The vertex of the parabola by least squares through the points above 60 % of the height.
  func parabola(_ x: [Double], _ y: [Double]) -> Double {
    let indices = run(y, above: background + 0.6 * height)
    let center = x[top]
    var points = Array(indices)
    if points.count < 4 { points = Array(max(0, top - 2)...min(y.count - 1, top + 2)) }
    let normal = SquareMatrix(size: 3) { row, column in
      points.reduce(0) { sum, index in
        var product = 1.0
        for _ in 0..<(row + column) { product *= (x[index] - center) / width }
        return sum + product
      }
    }
    let right = (0..<3)
      .map { row in
        points.reduce(0.0) { sum, index in
          var product = 1.0
          for _ in 0..<row { product *= (x[index] - center) / width }
          return sum + product * y[index]
        }
      }
    guard let p = (try? CholeskyFactor(normal))?.solution(for: right), p[2] < 0 else {
      return center
    }
    return center - width * p[1] / (2 * p[2])
  }

  private func run(_ y: [Double], above floor: Double) -> ClosedRange<Int> {
    var (left, right) = (top, top)
    while left > 0, y[left - 1] > floor { left -= 1 }
    while right < y.count - 1, y[right + 1] > floor { right += 1 }
    return left...right
  }
}
