import FabQuality

/// A plan of sites to measure.
public enum SitePlanKind: String, CaseIterable, Sendable {
  /// The centre and four on the rim.
  case five = "5"
  /// The centre and two rings of four.
  case nine = "9"
  /// The centre, four and eight.
  case thirteen = "13"
  /// The centre, eight and 16.
  case twentyFive = "25"
  /// The centre, eight, 16 and 24.
  case fortyNine = "49"
  /// Nine on a diameter.
  case radial
  /// All PCUs.
  case all

  /// The sites on a diameter.
  private static let radialCount = 9

  /// Returns the plan.
  ///
  /// - Parameters:
  ///   - layout: The sites of a layout.
  ///   - radius: The radius of the wafer, in millimetre.
  ///   - exclusion: The width of the rim without sites, in millimetre.
  /// - Returns: The plan.
  /// - Throws: What ``SamplingPlan`` throws.
  func plan(
    layout: [SamplingSite],
    radius: Double,
    exclusion: Double
  ) throws(QualityError) -> SamplingPlan {
    let rings: RingPlan
    switch self {
    case .radial:
      return try SamplingPlan(
        lineOf: Self.radialCount,
        waferRadius: radius,
        edgeExclusion: exclusion
      )
    case .all:
      return try SamplingPlan(allOf: layout, waferRadius: radius, edgeExclusion: exclusion)
    case .five: rings = .five
    case .nine: rings = .nine
    case .thirteen: rings = .thirteen
    case .twentyFive: rings = .twentyFive
    case .fortyNine: rings = .fortyNine
    }
    return try SamplingPlan(rings, waferRadius: radius, edgeExclusion: exclusion)
  }
}
