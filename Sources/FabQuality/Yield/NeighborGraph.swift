/// Which sites of a wafer are neighbours: those no farther apart than a distance.
public struct NeighborGraph: Hashable, Sendable {
  /// The number of sites.
  public let siteCount: Int
  /// The pairs of neighbours, each once, the smaller index first.
  public let pairs: [NeighborPair]
  /// The distance, in millimetre.
  public let distance: Double

  /// Creates the graph of sites.
  ///
  /// - Parameters:
  ///   - sites: The sites.
  ///   - distance: The largest distance of neighbours, in millimetre; without it, 1.5 times the median distance to the
  ///     nearest site, which takes in the diagonals of a grid.
  /// - Throws: ``QualityError/tooFew(found:needed:)`` for fewer than three sites, ``QualityError/notFinite(index:)``,
  ///   ``QualityError/degenerateSites`` where no two sites are neighbours.
  public init(_ sites: [SamplingSite], distance: Double? = nil) throws(QualityError) {
    guard sites.count >= 3 else { throw .tooFew(found: sites.count, needed: 3) }
    try QualityError.check(sites.map { $0.x + $0.y })
    func length(_ first: Int, _ second: Int) -> Double {
      let x = sites[first].x - sites[second].x
      let y = sites[first].y - sites[second].y
      return (x * x + y * y).squareRoot()
    }
    let nearest = sites.indices.map { index in
      sites.indices.filter { $0 != index }.map { length(index, $0) }.min() ?? 0
    }
    let reach = distance ?? 1.5 * nearest.sorted()[nearest.count / 2]
    var pairs: [NeighborPair] = []
    for first in sites.indices {
      for second in (first + 1)..<max(first + 1, sites.count)
      where length(first, second) <= reach * (1 + 1e-9) {
        pairs.append(NeighborPair(first: first, second: second))
      }
    }
    guard !pairs.isEmpty else { throw .degenerateSites }
    siteCount = sites.count
    self.distance = reach
    self.pairs = pairs
  }

  /// Returns the largest set of marked sites that hang together, ascending.
  func largestCluster(of marked: [Bool]) -> [Int] {
    var root = Array(0..<siteCount)
    func find(_ site: Int) -> Int {
      var current = site
      while root[current] != current { current = root[current] }
      return current
    }
    for pair in pairs where marked[pair.first] && marked[pair.second] {
      let (first, second) = (find(pair.first), find(pair.second))
      if first != second { root[max(first, second)] = min(first, second) }
    }
    let clusters = Dictionary(grouping: (0..<siteCount).filter { marked[$0] }, by: find)
    let best = clusters.min { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return best?.value ?? []
  }
}
