import Foundation

/// Where on a wafer a characteristic is measured.
public struct SamplingPlan: Hashable, Sendable {
  /// The name, such as `rings 13`.
  public let name: String
  /// The sites in the order of measurement.
  public let sites: [SamplingSite]
  /// The width of the rim without sites, in millimetre.
  public let edgeExclusion: Double
  /// The radius of the area that the plan samples, in millimetre.
  public let radius: Double

  /// Creates a plan of sites on rings within the wafer's radius less its edge exclusion.
  ///
  /// Rings begin on the x axis and go counterclockwise. The inner ring of nine sites is turned by 45 degrees: with
  /// all sites on two axes a quadratic surface would have no answer for its `xy` term.
  ///
  /// - Throws: ``QualityError/outOfRange(parameter:found:expected:)`` unless the exclusion is below the radius.
  ///
  /// > Source: The counts a ring are those that metrology tools offer; angles and radii are ours.
  public init(
    _ plan: RingPlan,
    waferRadius: Double,
    edgeExclusion: Double
  ) throws(QualityError) {
    radius = try Self.usableRadius(waferRadius, edgeExclusion)
    self.edgeExclusion = edgeExclusion
    name = "rings \(plan.rawValue)"
    let rings = plan.rings
    var sites: [SamplingSite] = []
    for (ring, count) in rings.enumerated() {
      let distance = radius * Double(ring) / Double(rings.count - 1)
      let isTurned = plan == .nine && ring == 1
      for index in 0..<count {
        let turn = (Double(index) + (isTurned ? 0.5 : 0)) / Double(count)
        let angle = 2 * Double.pi * turn
        sites.append(
          SamplingSite(
            name: "s\(sites.count + 1)",
            x: distance * cos(angle),
            y: distance * sin(angle)
          )
        )
      }
    }
    self.sites = sites
  }

  /// Creates a plan of equidistant sites on a diameter.
  ///
  /// - Parameters:
  ///   - count: The number of sites; at least two. An odd number has the centre.
  ///   - angle: The direction of the line, in degree counterclockwise from the x axis.
  ///   - waferRadius: The radius of the wafer, in millimetre.
  ///   - edgeExclusion: The width of the rim without sites, in millimetre.
  /// - Throws: ``QualityError/tooFew(found:needed:)``, ``QualityError/outOfRange(parameter:found:expected:)``.
  public init(
    lineOf count: Int,
    angle: Double = 0,
    waferRadius: Double,
    edgeExclusion: Double
  ) throws(QualityError) {
    guard count >= 2 else { throw .tooFew(found: count, needed: 2) }
    guard angle.isFinite else {
      throw .outOfRange(parameter: "angle", found: angle, expected: "a finite number")
    }
    radius = try Self.usableRadius(waferRadius, edgeExclusion)
    self.edgeExclusion = edgeExclusion
    name = "line \(count)"
    let reach = radius
    let direction = angle * Double.pi / 180
    sites = (0..<count)
      .map { index in
        let place = reach * (2 * Double(index) / Double(count - 1) - 1)
        return SamplingSite(
          name: "s\(index + 1)",
          x: place * cos(direction),
          y: place * sin(direction)
        )
      }
  }

  /// Creates a plan of all sites of a layout that lie within the usable radius.
  ///
  /// - Throws: ``QualityError/tooFew(found:needed:)`` where no site does,
  ///   ``QualityError/outOfRange(parameter:found:expected:)``.
  public init(
    allOf layoutSites: [SamplingSite],
    waferRadius: Double,
    edgeExclusion: Double
  ) throws(QualityError) {
    radius = try Self.usableRadius(waferRadius, edgeExclusion)
    self.edgeExclusion = edgeExclusion
    let reach = radius * (1 + 1e-12)
    sites = layoutSites.filter { $0.radius <= reach }
    guard !sites.isEmpty else { throw .tooFew(found: 0, needed: 1) }
    name = "all \(sites.count)"
  }

  /// Returns, for every site of the plan, the site of a layout nearest to it.
  ///
  /// The first one wins a tie; two sites of the plan may meet in one of the layout.
  ///
  /// - Throws: ``QualityError/tooFew(found:needed:)`` for a layout without sites.
  public func nearestSites(
    of layoutSites: [SamplingSite]
  ) throws(QualityError) -> [SamplingMatch] {
    guard let first = layoutSites.first else { throw .tooFew(found: 0, needed: 1) }
    return sites.map { site in
      var best = SamplingMatch(planned: site, actual: first)
      for candidate in layoutSites.dropFirst() {
        let match = SamplingMatch(planned: site, actual: candidate)
        if match.distance < best.distance { best = match }
      }
      return best
    }
  }

  private static func usableRadius(
    _ waferRadius: Double,
    _ edgeExclusion: Double
  ) throws(QualityError) -> Double {
    guard waferRadius > 0, waferRadius.isFinite else {
      throw .outOfRange(parameter: "wafer radius", found: waferRadius, expected: "above zero")
    }
    guard edgeExclusion >= 0, edgeExclusion < waferRadius else {
      throw .outOfRange(
        parameter: "edge exclusion",
        found: edgeExclusion,
        expected: "zero or more, below the wafer's radius of \(waferRadius) mm"
      )
    }
    return waferRadius - edgeExclusion
  }
}
