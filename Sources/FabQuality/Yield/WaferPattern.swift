import Foundation

/// The name of the pattern of bad units of one wafer, with the figures that decided.
///
/// The rules, in their order; a hundred units of a wafer don't support finer ones:
/// 1. 90 % or more are bad: near-full.
/// 2. Neighbours are bad together no more often than by chance (join count, p > 0.01), and so are rings: random from 25 %
///    bad, else none.
/// 3. Half of the bad units or more hang together on four sites or more, four times as long as wide: scratch.
/// 4. Bad units are twice as frequent in one third of the radius as in the rest: center; at the edge, edge-ring where
///    they're found in six of eight octants, else edge-loc; between the two, donut where they're found in six.
/// 5. Half of the bad units or more hang together: loc.
/// 6. Else random.
public struct WaferPattern: Hashable, Sendable {
  /// The fewest units that a pattern can be told from.
  public static let fewestUnits = 20

  /// The name.
  public let name: WaferPatternName
  /// Why, as a phrase.
  public let reason: String

  /// Names the pattern of a wafer.
  ///
  /// - Parameters:
  ///   - isBad: Whether the unit at each site is bad.
  ///   - sites: The sites of the judged units.
  ///   - radius: The usable radius, in millimetre.
  ///   - seed: The seed of the shuffles of the join count.
  /// - Throws: ``QualityError/tooFew(found:needed:)`` for fewer than 20 units,
  ///   ``QualityError/mismatched(found:expected:)``, ``QualityError/outOfRange(parameter:found:expected:)``, and as
  ///   ``NeighborGraph/init(_:distance:)``.
  public init(
    _ isBad: [Bool],
    at sites: [SamplingSite],
    radius: Double,
    seed: UInt64 = 1
  ) throws(QualityError) {
    guard isBad.count == sites.count else {
      throw .mismatched(found: isBad.count, expected: sites.count)
    }
    guard sites.count >= Self.fewestUnits else {
      throw .tooFew(found: sites.count, needed: Self.fewestUnits)
    }
    guard radius > 0, radius.isFinite else {
      throw .outOfRange(parameter: "radius", found: radius, expected: "above zero")
    }
    let bad = sites.indices.filter { isBad[$0] }
    let share = Double(bad.count) / Double(sites.count)
    let percent = (share * 1000).rounded() / 10
    guard !bad.isEmpty else {
      (name, reason) = (.none, "no unit is bad")
      return
    }
    guard share < 0.9 else {
      (name, reason) = (.nearFull, "\(percent) % are bad")
      return
    }
    let graph = try NeighborGraph(sites)
    let joins = try JoinCount(isBad, graph: graph, permutations: 999, seed: seed)
    let rings = Self.rings(isBad, sites, radius)
    let ringTest = HomogeneityTest(rings)
    let ringValue = ringTest.map { $0.pValue } ?? 1
    guard joins.pValue <= 0.01 || ringValue <= 0.01 else {
      name = share >= 0.25 ? .random : .none
      reason = "\(percent) % are bad, neighbours together as by chance (p = \(joins.pValue))"
      return
    }
    let cluster = graph.largestCluster(of: isBad)
    let isOneCluster = 2 * cluster.count >= bad.count
    if isOneCluster, cluster.count >= 4, Self.elongation(cluster.map { sites[$0] }) >= 4 {
      (name, reason) = (.scratch, "\(cluster.count) of \(bad.count) bad units lie along a line")
      return
    }
    if let ring = Self.richRing(rings) {
      let inside = bad.filter { YieldGrouping.ring(of: sites[$0], radius: radius) == ring }
      let octants = Set(inside.map { Self.octant(of: sites[$0]) }).count
      let found: WaferPatternName? =
        switch ring {
        case 0: .center
        case 1: octants >= 6 ? .donut : nil
        default: octants >= 6 ? .edgeRing : .edgeLocal
        }
      if let found {
        name = found
        reason =
          "bad units are twice as frequent in this third of the radius as elsewhere, in"
          + " \(octants) of eight octants"
        return
      }
    }
    name = isOneCluster ? .local : .random
    reason =
      isOneCluster
      ? "\(cluster.count) of \(bad.count) bad units hang together"
      : "\(percent) % are bad, in groups too small for a name"
  }

  private static func rings(
    _ isBad: [Bool],
    _ sites: [SamplingSite],
    _ radius: Double
  ) -> [YieldCount] {
    var counts = Array(repeating: YieldCount(), count: 3)
    for (index, site) in sites.enumerated() {
      let ring = YieldGrouping.ring(of: site, radius: radius)
      counts[ring].tested += 1
      if !isBad[index] { counts[ring].good += 1 }
    }
    return counts
  }

  /// The ring whose share of bad units is at least twice that of the two others together.
  private static func richRing(_ rings: [YieldCount]) -> Int? {
    rings.indices.first { ring in
      let others = rings.indices.filter { $0 != ring }
      let rest = others.reduce(0) { $0 + rings[$1].tested }
      let restBad = others.reduce(0) { $0 + rings[$1].tested - rings[$1].good }
      let bad = rings[ring].tested - rings[ring].good
      guard rings[ring].tested > 0, rest > 0 else { return false }
      return bad > 0
        && Double(bad) / Double(rings[ring].tested) >= 2 * Double(restBad) / Double(rest)
    }
  }

  private static func octant(of site: SamplingSite) -> Int {
    let turn = atan2(site.y, site.x) / (2 * Double.pi)
    return min(7, Int(8 * (turn < 0 ? turn + 1 : turn)))
  }

  /// The ratio of the standard deviations along and across the main direction of sites.
  private static func elongation(_ sites: [SamplingSite]) -> Double {
    let number = Double(sites.count)
    let x = sites.reduce(0) { $0 + $1.x } / number
    let y = sites.reduce(0) { $0 + $1.y } / number
    let xx = sites.reduce(0) { $0 + ($1.x - x) * ($1.x - x) } / number
    let yy = sites.reduce(0) { $0 + ($1.y - y) * ($1.y - y) } / number
    let xy = sites.reduce(0) { $0 + ($1.x - x) * ($1.y - y) } / number
    let center = 0.5 * (xx + yy)
    let half = (0.25 * (xx - yy) * (xx - yy) + xy * xy).squareRoot()
    let across = center - half
    return across > 1e-12 * center ? ((center + half) / across).squareRoot() : .infinity
  }
}
