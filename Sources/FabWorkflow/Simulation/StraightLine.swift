/// The line of least squares through points.
struct StraightLine {
  /// The slope.
  let slope: Double
  /// The share of the variance that the line explains.
  let rSquared: Double

  /// Fits a line; `nil` with less than three points, or where all lie at one place.
  init?(_ points: [(x: Double, y: Double)]) {
    guard points.count >= 3 else { return nil }
    let count = Double(points.count)
    let meanX = points.reduce(0) { $0 + $1.x } / count
    let meanY = points.reduce(0) { $0 + $1.y } / count
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for point in points {
      xx += (point.x - meanX) * (point.x - meanX)
      xy += (point.x - meanX) * (point.y - meanY)
      yy += (point.y - meanY) * (point.y - meanY)
    }
    guard xx > 0, yy > 0 else { return nil }
    slope = xy / xx
    rSquared = xy * xy / (xx * yy)
  }
}
