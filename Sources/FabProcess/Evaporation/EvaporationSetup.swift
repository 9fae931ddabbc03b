/// Sources below a wafer that stands still or turns: the film that they give.
public struct EvaporationSetup: Hashable, Sendable {
  /// The sources.
  public let sources: [EvaporationSource]
  /// The motion.
  public let motion: WaferMotion

  /// The number of angles that a turn is averaged over.
  ///
  /// The average of a periodic function over equidistant angles converges faster than any power.
  private static let turnSteps = 90

  /// Creates a setup.
  ///
  /// - Throws: ``EvaporationError/tooFew(found:needed:)`` without sources.
  public init(
    _ sources: [EvaporationSource],
    motion: WaferMotion = .fixed
  ) throws(EvaporationError) {
    guard !sources.isEmpty else { throw .tooFew(found: 0, needed: 1) }
    self.sources = sources
    self.motion = motion
  }

  /// Returns the mass a unit of area at points, in milligram a square millimetre.
  public func arealMasses(at points: [WaferPoint]) -> [Double] {
    points.map(arealMass(at:))
  }

  /// Returns the thickness at points, in nanometre.
  ///
  /// - Parameters:
  ///   - points: The points.
  ///   - density: The density of the film, in gram a cubic centimetre.
  /// - Returns: A thickness for each point, in the same order.
  /// - Throws: ``EvaporationError/outOfRange(parameter:found:expected:)`` unless the density is positive.
  public func thicknesses(
    at points: [WaferPoint],
    density: Double
  ) throws(EvaporationError) -> [Double] {
    try Self.check(density: density)
    // 1 mg/mm² of 1 g/cm³ is 1 mm, a million nanometres.
    return points.map { arealMass(at: $0) / density * 1e6 }
  }

  /// Returns the figures of a round wafer area.
  ///
  /// - Parameters:
  ///   - radius: The radius of the area, in millimetre.
  ///   - ringCount: The number of rings of points from the centre to the radius.
  /// - Returns: Mean, smallest and largest mass a unit of area.
  /// - Throws: ``EvaporationError/outOfRange(parameter:found:expected:)`` unless the radius is positive,
  ///   ``EvaporationError/tooFew(found:needed:)`` for fewer than two rings.
  public func uniformity(
    radius: Double,
    ringCount: Int = 45
  ) throws(EvaporationError) -> EvaporationUniformity {
    guard radius > 0, radius.isFinite else {
      throw .outOfRange(parameter: "radius", found: radius, expected: "above zero")
    }
    guard ringCount >= 2 else { throw .tooFew(found: ringCount, needed: 2) }
    let angleCount = motion == .rotating ? 1 : 72
    let directions = Turn.directions(angleCount)
    var smallest = arealMass(at: WaferPoint(x: 0, y: 0))
    var largest = smallest
    var sum = 0.0
    var area = 0.0
    for ring in 0..<ringCount {
      // Rings of equal width; the mean weighs them by their area, the extremes include the rim.
      let inner = radius * Double(ring) / Double(ringCount)
      let outer = radius * Double(ring + 1) / Double(ringCount)
      let middle = 0.5 * (inner + outer)
      let share = (outer * outer - inner * inner) / Double(angleCount)
      for direction in directions {
        let rim = arealMass(at: WaferPoint(x: outer * direction.x, y: outer * direction.y))
        smallest = min(smallest, rim)
        largest = max(largest, rim)
        sum += share * arealMass(at: WaferPoint(x: middle * direction.x, y: middle * direction.y))
        area += share
      }
    }
    return EvaporationUniformity(mean: sum / area, minimum: smallest, maximum: largest)
  }

  /// Returns the mass that all sources must emit for a mean thickness, in milligram, at their present shares.
  ///
  /// - Parameters:
  ///   - thickness: The mean thickness, in nanometre.
  ///   - density: The density of the film, in gram a cubic centimetre.
  ///   - radius: The radius of the area over which the mean is taken, in millimetre.
  /// - Returns: The mass, in milligram.
  /// - Throws: ``EvaporationError/outOfRange(parameter:found:expected:)``, also where no source emits anything.
  public func emittedMass(
    forMean thickness: Double,
    density: Double,
    radius: Double
  ) throws(EvaporationError) -> Double {
    try Self.check(density: density)
    guard thickness >= 0, thickness.isFinite else {
      throw .outOfRange(parameter: "thickness", found: thickness, expected: "zero or more")
    }
    let mean = try uniformity(radius: radius).mean
    let emitted = sources.reduce(0) { $0 + $1.emittedMass }
    guard mean > 0 else {
      throw .outOfRange(parameter: "emitted mass", found: emitted, expected: "above zero")
    }
    return emitted * thickness * density * 1e-6 / mean
  }

  private func arealMass(at point: WaferPoint) -> Double {
    switch motion {
    case .fixed: return sources.reduce(0) { $0 + $1.arealMass(at: point) }
    case .rotating:
      let radius = point.radius
      let steps = Self.turnSteps
      return Turn.directions(steps)
        .reduce(0) { sum, direction in
          let turned = WaferPoint(x: radius * direction.x, y: radius * direction.y)
          return sum + sources.reduce(0) { $0 + $1.arealMass(at: turned) }
        } / Double(steps)
    }
  }

  private static func check(density: Double) throws(EvaporationError) {
    guard density > 0, density.isFinite else {
      throw .outOfRange(parameter: "density", found: density, expected: "above zero")
    }
  }
}
