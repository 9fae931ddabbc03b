import FabNumerics

/// How alike neighbours are: Moran's I of values, or of zeros and ones.
///
/// > Source: P. A. P. Moran, *Notes on continuous stochastic phenomena*, Biometrika 37, 17 (1950),
/// > doi 10.1093/biomet/37.1-2.17; p value by shuffling the values among the sites.
public struct MoranIndex: Hashable, Sendable {
  /// The index: near one where neighbours are alike, negative where they alternate.
  public let value: Double
  /// What chance gives on average, `-1/(n - 1)`.
  public let expected: Double
  /// The probability of an index as large or larger by chance: small where values cluster.
  public let pValue: Double

  /// Computes the index.
  ///
  /// - Parameters:
  ///   - values: A value at each site.
  ///   - graph: The neighbours, all of one weight.
  ///   - permutations: How often to shuffle; at least 99.
  ///   - seed: The seed of the shuffles.
  /// - Throws: ``QualityError/notFinite(index:)``, ``QualityError/mismatched(found:expected:)``,
  ///   ``QualityError/noSpread``, ``QualityError/tooFew(found:needed:)``.
  public init(
    _ values: [Double],
    graph: NeighborGraph,
    permutations: Int = 9999,
    seed: UInt64 = 1
  ) throws(QualityError) {
    guard values.count == graph.siteCount else {
      throw .mismatched(found: values.count, expected: graph.siteCount)
    }
    try QualityError.check(values)
    guard permutations >= 99 else { throw .tooFew(found: permutations, needed: 99) }
    guard let sample = SampleStatistics(values), sample.standardDeviation > 0 else {
      throw .noSpread
    }
    let number = Double(values.count)
    let squares = sample.standardDeviation * sample.standardDeviation * (number - 1)
    let scale = number / (Double(graph.pairs.count) * squares)
    var deviations = values.map { $0 - sample.mean }
    func index() -> Double {
      var sum = 0.0
      for pair in graph.pairs { sum += deviations[pair.first] * deviations[pair.second] }
      return scale * sum
    }
    let found = index()
    var random = Xoshiro256(seed: seed)
    var asLarge = 1
    for _ in 0..<permutations {
      deviations.shuffle(using: &random)
      if index() >= found - 1e-12 { asLarge += 1 }
    }
    value = found
    expected = -1 / (number - 1)
    pValue = Double(asLarge) / Double(permutations + 1)
  }
}
