import FabNumerics
import Foundation

/// A plane and a bowl through values at sites: `a + b x/R + c y/R + d (r/R)²`, R the outermost site's radius.
public struct WaferShape: Hashable, Sendable {
  /// The value at the centre.
  public let center: Double
  /// How much the plane rises from the centre to the outermost radius along x.
  public let slopeX: Double
  /// How much the plane rises from the centre to the outermost radius along y.
  public let slopeY: Double
  /// How much higher the outermost radius lies than the centre.
  public let radial: Double
  /// The interval of ``radial``; `nil` where no degree of freedom is left.
  public let radialInterval: ClosedRange<Double>?
  /// The standard deviation of what is left, `n - 4` in the denominator; zero where no degree of freedom is left.
  public let residualDeviation: Double
  /// The radius of the outermost site, in millimetre.
  public let reach: Double

  /// Fits the shape; `nil` for fewer than four sites, a value that isn't finite, or sites that don't determine it.
  public init?(_ values: [Double], at sites: [SamplingSite], level: Double = 0.95) {
    let reach = sites.map(\.radius).max() ?? 0
    guard values.count == sites.count, values.count >= 4, reach > 0, reach.isFinite,
      values.allSatisfy(\.isFinite)
    else { return nil }
    let rows = sites.map { site in
      [1, site.x / reach, site.y / reach, site.radius * site.radius / (reach * reach)]
    }
    let matrix = SquareMatrix(size: 4) { row, column in
      rows.reduce(0) { $0 + $1[row] * $1[column] }
    }
    guard let factor = try? CholeskyFactor(matrix) else { return nil }
    let inverse = factor.inverse
    // Sites on one ring or line leave a pivot of rounding errors.
    guard (0..<4).allSatisfy({ inverse[$0, $0] * matrix[$0, $0] < 1e10 }) else { return nil }
    let mean = values.reduce(0, +) / Double(values.count)
    let right = (0..<4)
      .map { column in
        zip(rows, values).reduce(0) { $0 + $1.0[column] * ($1.1 - mean) }
      }
    let parameters = factor.solution(for: right)
    let residuals = zip(rows, values)
      .map { row, value in
        value - mean - zip(row, parameters).reduce(0) { $0 + $1.0 * $1.1 }
      }
    let freedom = values.count - 4
    let sum = residuals.reduce(0) { $0 + $1 * $1 }
    let deviation = freedom > 0 ? (sum / Double(freedom)).squareRoot() : 0
    center = parameters[0] + mean
    slopeX = parameters[1]
    slopeY = parameters[2]
    radial = parameters[3]
    residualDeviation = deviation
    self.reach = reach
    if freedom > 0 {
      let student = StudentDistribution(degreesOfFreedom: Double(freedom))
      let half = student.quantile(0.5 + level / 2) * deviation * inverse[3, 3].squareRoot()
      radialInterval = radial - half...radial + half
    } else {
      radialInterval = nil
    }
  }

  /// How much the plane rises across the measured diameter.
  public var tilt: Double { 2 * (slopeX * slopeX + slopeY * slopeY).squareRoot() }

  /// The direction in which the plane rises, in degree counterclockwise from the x axis.
  public var tiltDirection: Double { atan2(slopeY, slopeX) * 180 / Double.pi }

  /// Returns values without the plane, the mean over the sites kept, as for a wafer that lay askew.
  ///
  /// - Precondition: There is a value for every site.
  public func removingPlane(from values: [Double], at sites: [SamplingSite]) -> [Double] {
    precondition(values.count == sites.count, "expected \(sites.count), found \(values.count)")
    let planes = sites.map { (slopeX * $0.x + slopeY * $0.y) / reach }
    let mean = planes.reduce(0, +) / Double(max(1, planes.count))
    return zip(values, planes).map { $0 - ($1 - mean) }
  }
}
