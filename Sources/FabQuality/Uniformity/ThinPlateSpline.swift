import Foundation

/// The smoothest surface through values at sites: for display, where there are 25 sites or more.
///
/// Between few sites it follows the noise; a ``SurfaceFit`` is closer to the truth there.
///
/// > Source: J. Duchon, *Splines minimizing rotation-invariant semi-norms in Sobolev spaces*, Lecture Notes in
/// > Mathematics 571, 85 (1977), doi 10.1007/BFb0086566: kernel `r² ln r` plus a plane.
public struct ThinPlateSpline: Hashable, Sendable {
  /// The smallest number of sites.
  public static let fewestSites = 25

  /// The radius of the outermost site, in millimetre; there is no value past it.
  public let reach: Double
  private let sites: [SamplingSite]
  private let weights: [Double]
  private let plane: [Double]

  /// Creates the surface.
  ///
  /// - Parameters:
  ///   - values: A value at each site.
  ///   - sites: The sites; at least 25, no two at the same place.
  ///   - smoothing: Zero passes through every value; more gives way to bending, in units of the kernel at
  ///     the outermost site's radius.
  /// - Throws: ``QualityError/notFinite(index:)``, ``QualityError/mismatched(found:expected:)``,
  ///   ``QualityError/tooFew(found:needed:)``, ``QualityError/degenerateSites`` for sites on one line or twice
  ///   at one place, ``QualityError/outOfRange(parameter:found:expected:)``.
  public init(
    _ values: [Double],
    at sites: [SamplingSite],
    smoothing: Double = 0
  ) throws(QualityError) {
    guard values.count == sites.count else {
      throw .mismatched(found: values.count, expected: sites.count)
    }
    try QualityError.check(values)
    try QualityError.check(sites.map { $0.x + $0.y })
    guard sites.count >= Self.fewestSites else {
      throw .tooFew(found: sites.count, needed: Self.fewestSites)
    }
    guard smoothing >= 0, smoothing.isFinite else {
      throw .outOfRange(parameter: "smoothing", found: smoothing, expected: "zero or more")
    }
    let reach = sites.map(\.radius).max() ?? 0
    guard reach > 0 else { throw .degenerateSites }
    let count = sites.count
    let size = count + 3
    var matrix = Array(repeating: 0.0, count: size * size)
    for row in 0..<count {
      for column in 0..<count {
        matrix[row * size + column] = Self.kernel(
          sites[row],
          sites[column].x,
          sites[column].y,
          reach
        )
      }
      matrix[row * size + row] += smoothing
      for (term, value) in Self.planeTerms(sites[row].x, sites[row].y, reach).enumerated() {
        matrix[row * size + count + term] = value
        matrix[(count + term) * size + row] = value
      }
    }
    guard let solution = DenseSystem.solution(matrix, values + [0, 0, 0]) else {
      throw .degenerateSites
    }
    self.reach = reach
    self.sites = sites
    weights = Array(solution[..<count])
    plane = Array(solution[count...])
  }

  /// Returns the surface at a point; `nil` farther from the centre than the outermost site.
  public func value(x: Double, y: Double) -> Double? {
    guard (x * x + y * y).squareRoot() <= reach * (1 + 1e-9) else { return nil }
    let flat = zip(plane, Self.planeTerms(x, y, reach)).reduce(0) { $0 + $1.0 * $1.1 }
    return zip(weights, sites).reduce(flat) { $0 + $1.0 * Self.kernel($1.1, x, y, reach) }
  }

  private static func planeTerms(_ x: Double, _ y: Double, _ scale: Double) -> [Double] {
    [1, x / scale, y / scale]
  }

  private static func kernel(
    _ site: SamplingSite,
    _ x: Double,
    _ y: Double,
    _ scale: Double
  ) -> Double {
    let right = (x - site.x) / scale
    let up = (y - site.y) / scale
    let square = right * right + up * up
    return square > 0 ? 0.5 * square * log(square) : 0
  }
}
