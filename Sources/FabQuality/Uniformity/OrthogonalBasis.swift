/// Polynomials of the plane, orthonormal over a set of sites; least squares is a projection on them.
struct OrthogonalBasis {
  /// The value of every basis function at every site; shape `[function, site]`.
  let columns: [[Double]]
  /// The upper triangle that turns monomials into basis functions; shape `[function][earlier function]`.
  private let weights: [[Double]]
  private let norms: [Double]
  private let exponents: [(x: Int, y: Int)]
  private let scale: Double

  /// Creates the basis of all monomials up to a degree; `nil` where the sites don't tell them apart.
  init?(degree: Int, sites: [SamplingSite], scale: Double) {
    let exponents = Self.exponents(upTo: degree)
    guard sites.count >= exponents.count else { return nil }
    var columns: [[Double]] = []
    var weights: [[Double]] = []
    var norms: [Double] = []
    for exponent in exponents {
      var column = sites.map {
        Self.power($0.x / scale, exponent.x) * Self.power($0.y / scale, exponent.y)
      }
      let length = Self.dot(column, column).squareRoot()
      var weight = Array(repeating: 0.0, count: columns.count)
      // The second pass removes what rounding leaves of the first.
      for _ in 0..<2 {
        for (index, other) in columns.enumerated() {
          let share = Self.dot(column, other)
          weight[index] += share
          for site in column.indices { column[site] -= share * other[site] }
        }
      }
      let norm = Self.dot(column, column).squareRoot()
      guard norm > 1e-8 * max(length, 1e-8) else { return nil }
      columns.append(column.map { $0 / norm })
      weights.append(weight)
      norms.append(norm)
    }
    self.columns = columns
    self.weights = weights
    self.norms = norms
    self.exponents = exponents
    self.scale = scale
  }

  /// Returns every basis function at a point.
  func values(x: Double, y: Double) -> [Double] {
    var values: [Double] = []
    for (index, exponent) in exponents.enumerated() {
      var value = Self.power(x / scale, exponent.x) * Self.power(y / scale, exponent.y)
      for (earlier, weight) in weights[index].enumerated() { value -= weight * values[earlier] }
      values.append(value / norms[index])
    }
    return values
  }

  /// The diagonal of the hat matrix: how much each site pulls the surface towards its own value.
  var leverages: [Double] {
    guard let count = columns.first?.count else { return [] }
    return (0..<count)
      .map { site in
        columns.reduce(0) { $0 + $1[site] * $1[site] }
      }
  }

  /// Returns the coefficients of values at the sites.
  func coefficients(of values: [Double]) -> [Double] {
    columns.map { Self.dot($0, values) }
  }

  static func exponents(upTo degree: Int) -> [(x: Int, y: Int)] {
    (0...degree).flatMap { total in (0...total).map { (x: total - $0, y: $0) } }
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { product, _ in product * base }
  }

  private static func dot(_ left: [Double], _ right: [Double]) -> Double {
    var sum = 0.0
    for index in left.indices { sum += left[index] * right[index] }
    return sum
  }
}
