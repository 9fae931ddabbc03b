import FabNumerics

/// The yield of units against the product of the yields of their components.
///
/// The two agree where components fail independently; where bad ones come together, more units are good.
public struct JointYield: Hashable, Sendable {
  /// The components that have been judged.
  public let components: [BinSubject]
  /// Units with all components good, among those with all components judged.
  public let observed: YieldCount
  /// The yield of each component among the same units.
  public let shares: [Double]
  /// The probability of a joint yield at least as far from the product where components are independent.
  public let pValue: Double
  /// How often the components were shuffled for the p value.
  public let permutations: Int

  /// The product of the components' yields.
  public var product: Double { shares.reduce(1, *) }

  /// Tests units, by shuffling every component among the units.
  ///
  /// - Parameters:
  ///   - units: The units; those with a component that wasn't judged are skipped.
  ///   - components: The components.
  ///   - permutations: How often to shuffle; at least 99.
  ///   - seed: The seed of the shuffles.
  /// - Throws: ``QualityError/tooFew(found:needed:)`` for fewer than two components, two judged units or 99
  ///   permutations.
  public init(
    _ units: [YieldUnit],
    components: [BinSubject] = BinSubject.components,
    permutations: Int = 9999,
    seed: UInt64 = 1
  ) throws(QualityError) {
    guard components.count >= 2 else { throw .tooFew(found: components.count, needed: 2) }
    guard permutations >= 99 else { throw .tooFew(found: permutations, needed: 99) }
    let judged = units.compactMap { unit -> [Bool]? in
      let states = components.compactMap { unit.isGood($0) }
      return states.count == components.count ? states : nil
    }
    guard judged.count >= 2 else { throw .tooFew(found: judged.count, needed: 2) }
    var columns = components.indices.map { column in judged.map { $0[column] } }
    let good = judged.count { $0.allSatisfy { $0 } }
    let number = Double(judged.count)
    let shares = columns.map { Double($0.count { $0 }) / number }
    let expected = number * shares.reduce(1, *)
    let distance = abs(Double(good) - expected)
    var random = Xoshiro256(seed: seed)
    var asFar = 1
    for _ in 0..<permutations {
      // One component may stay: only their order against each other matters.
      for column in columns.indices.dropFirst() { columns[column].shuffle(using: &random) }
      var count = 0
      for unit in judged.indices where columns.allSatisfy({ $0[unit] }) { count += 1 }
      if abs(Double(count) - expected) >= distance - 1e-9 { asFar += 1 }
    }
    self.components = components
    self.shares = shares
    self.permutations = permutations
    observed = YieldCount(good: good, tested: judged.count, skipped: units.count - judged.count)
    pValue = Double(asFar) / Double(permutations + 1)
  }
}
