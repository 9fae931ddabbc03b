import FabNumerics

/// How units of one operator differ from their mean, as functions of the inputs.
///
/// The deviation of a unit is a sum of few components, each a function of the input, times the unit's scores: a unit
/// whose output is too large at one input is too large beside it too. Components are the principal components of the
/// simulated units, each times the standard deviation of its scores; scores have variance one and aren't correlated.
public struct UnitDeviations: Hashable, Sendable {
  /// The number of points of the grid.
  public let pointCount: Int
  /// The number of components.
  public let componentCount: Int
  /// The components, shape `[component, point]`.
  public let components: [Float]
  /// The number of simulated units.
  public let unitCount: Int
  /// The scores of the simulated units, shape `[unit, component]`.
  public let scores: [Float]
  /// The components, shape `[point, component]`, as loops over inputs read them.
  let byPoint: [Float]

  /// The most components that are kept.
  static let componentLimit = 16
  /// The share of the variance at which no more are kept.
  static let explainedShare = 0.999_999_99

  init(pointCount: Int, componentCount: Int, components: [Float], unitCount: Int, scores: [Float]) {
    self.pointCount = pointCount
    self.componentCount = componentCount
    self.components = components
    self.unitCount = unitCount
    self.scores = scores
    var byPoint = components
    for component in 0..<componentCount {
      for point in 0..<pointCount {
        byPoint[point * componentCount + component] = components[component * pointCount + point]
      }
    }
    self.byPoint = byPoint
  }

  init(_ analysis: PrincipalComponents) {
    self.init(
      pointCount: analysis.mean.count,
      componentCount: analysis.components.count,
      components: analysis.components.flatMap { $0.map(Float.init) },
      unitCount: analysis.scores.count,
      scores: analysis.scores.flatMap { $0.map(Float.init) }
    )
  }

  /// The simulated units themselves, in their order: the die or the population that the codebook was made of.
  public var simulated: DrawnUnits {
    DrawnUnits(count: unitCount, componentCount: componentCount, weights: scores)
  }

  /// Returns which simulated units ``draw(_:from:seed:purpose:by:)`` takes.
  ///
  /// - Parameters:
  ///   - count: The number of units, 1 or more.
  ///   - start: The number of the first.
  ///   - seed: The seed.
  ///   - purpose: What they are for.
  /// - Returns: Places in ``scores``.
  public func drawnUnits(
    _ count: Int,
    from start: UInt64 = 0,
    seed: UInt64,
    purpose: UInt64 = 0
  ) -> [Int] {
    (0..<count)
      .map { unit in
        var stream = Xoshiro256(seed: seed, key: [purpose, start &+ UInt64(unit)])
        return Int(stream.next().multipliedFullWidth(by: UInt64(unitCount)).high)
      }
  }

  /// Draws units; the same for the same seed and purpose, whenever and wherever they are drawn.
  ///
  /// - Parameters:
  ///   - count: The number of units, 1 or more.
  ///   - start: The number of the first: units 10...19 are the same, drawn alone or with others.
  ///   - seed: The seed.
  ///   - purpose: What they are for, for instance the number of a layer; each purpose has units of its own.
  ///   - draw: How they are drawn.
  /// - Returns: The units.
  public func draw(
    _ count: Int,
    from start: UInt64 = 0,
    seed: UInt64,
    purpose: UInt64 = 0,
    by draw: UnitDraw = .simulated
  ) -> DrawnUnits {
    var weights: [Float] = []
    weights.reserveCapacity(count * componentCount)
    switch draw {
    case .simulated:
      for index in drawnUnits(count, from: start, seed: seed, purpose: purpose) {
        weights += scores[index * componentCount..<(index + 1) * componentCount]
      }
    case .normal:
      for unit in 0..<count {
        var stream = Xoshiro256(seed: seed, key: [purpose, start &+ UInt64(unit)])
        for _ in 0..<componentCount { weights.append(Float(stream.normalDeviate())) }
      }
    }
    return DrawnUnits(count: count, componentCount: componentCount, weights: weights)
  }
}
