import FabNumerics
public import FabUnits
import Foundation

/// What resembles itself over a wafer: values at sites with the correlation `exp(-d/L)`.
///
/// The factor of the correlation matrix is made once, so that many wafers with the same sites are cheap.
public struct CorrelatedField: Sendable {
  /// The sites.
  public let sites: [SitePosition]
  /// The distance `L` over which the correlation falls by a factor e.
  public let correlationLength: Length
  private let factor: CholeskyFactor

  /// Creates a field over sites.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` where a position isn't finite or the length isn't
  ///   positive.
  /// - Complexity: O(*sites*³).
  public init(
    over sites: [SitePosition],
    correlationLength: Length
  ) throws(DeviceError) {
    try ParameterCheck.isPositive(correlationLength.siValue, .length)
    for site in sites {
      for place in [site.x.siValue, site.y.siValue] where !place.isFinite {
        throw .outOfRange(quantity: .length, found: place, expected: "finite")
      }
    }
    self.sites = sites
    self.correlationLength = correlationLength
    // A part in 1e9 of independent variance keeps coinciding sites factorable.
    let correlation = SquareMatrix(size: sites.count) { row, column in
      let distance = sites[row].distance(to: sites[column])
      return exp(-(distance / correlationLength)) + (row == column ? 1e-9 : 0)
    }
    guard let factor = try? CholeskyFactor(correlation) else {
      preconditionFailure("exp(-d/L) of \(sites.count) finite sites is positive definite")
    }
    self.factor = factor
  }

  /// Returns values of unit variance at the sites, in their order.
  ///
  /// - Parameters:
  ///   - seed: The seed of the wafer.
  ///   - quantity: What the values are for; every quantity has a field of its own.
  /// - Returns: One value a site.
  public func values(seed: UInt64, quantity: VariedQuantity) -> [Double] {
    factor.multiplied(
      by: sites.indices.map { site in
        var generator = Xoshiro256(seed: seed, key: [0, UInt64(site), quantity.rawValue])
        return generator.normalDeviate()
      }
    )
  }
}
