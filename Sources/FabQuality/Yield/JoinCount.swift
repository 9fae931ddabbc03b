import FabNumerics

/// Whether bad units lie together: pairs of neighbours that are both bad, against chance.
///
/// > Source: A. D. Cliff, J. K. Ord, *Spatial Processes: Models & Applications*, Pion 1981, chapter 2; p value by
/// > shuffling the states among the sites.
public struct JoinCount: Hashable, Sendable {
  /// Pairs of neighbours that are both bad.
  public let badPairs: Int
  /// Pairs of a good and a bad neighbour.
  public let mixedPairs: Int
  /// Pairs of neighbours that are both good.
  public let goodPairs: Int
  /// The number of bad pairs to expect by chance.
  public let expectedBadPairs: Double
  /// The probability of as many bad pairs or more by chance: small where bad units cluster.
  public let pValue: Double

  /// Counts pairs.
  ///
  /// - Parameters:
  ///   - isBad: Whether the unit at each site is bad.
  ///   - graph: The neighbours.
  ///   - permutations: How often to shuffle; at least 99.
  ///   - seed: The seed of the shuffles.
  /// - Throws: ``QualityError/mismatched(found:expected:)``, ``QualityError/noSpread`` where all units are alike,
  ///   ``QualityError/tooFew(found:needed:)``.
  public init(
    _ isBad: [Bool],
    graph: NeighborGraph,
    permutations: Int = 9999,
    seed: UInt64 = 1
  ) throws(QualityError) {
    guard isBad.count == graph.siteCount else {
      throw .mismatched(found: isBad.count, expected: graph.siteCount)
    }
    guard permutations >= 99 else { throw .tooFew(found: permutations, needed: 99) }
    let bad = isBad.count { $0 }
    guard bad > 0, bad < isBad.count else { throw .noSpread }
    let both = graph.pairs.count { isBad[$0.first] && isBad[$0.second] }
    let none = graph.pairs.count { !isBad[$0.first] && !isBad[$0.second] }
    var states = isBad
    var random = Xoshiro256(seed: seed)
    var asMany = 1
    for _ in 0..<permutations {
      states.shuffle(using: &random)
      var count = 0
      for pair in graph.pairs where states[pair.first] && states[pair.second] { count += 1 }
      if count >= both { asMany += 1 }
    }
    badPairs = both
    goodPairs = none
    mixedPairs = graph.pairs.count - both - none
    let number = Double(isBad.count)
    expectedBadPairs =
      Double(graph.pairs.count) * Double(bad) * Double(bad - 1) / (number * (number - 1))
    pValue = Double(asMany) / Double(permutations + 1)
  }
}
