import FabGeometry

/// Open curves that have been joined end to end.
struct OpenChain {
  /// The corners; the bulge of the last one means nothing.
  private(set) var corners: [DXFContourBuilder.Corner]
  /// The line of the first entity.
  let line: Int

  /// Creates a chain, or `nil` where the curve is a single point.
  init?(corners: [DXFContourBuilder.Corner], line: Int) {
    guard let first = corners.first, corners.contains(where: { $0.point != first.point }) else {
      return nil
    }
    self.corners = corners
    self.line = line
  }

  /// The distance of the ends, in nanometres, rounded up.
  var gap: Int { Self.distance(start, end) }

  /// The corners of the closed contour: the last one is the first again.
  var closedCorners: [DXFContourBuilder.Corner] { Array(corners.dropLast()) }

  private var start: Point { corners[0].point }
  private var end: Point { corners[corners.count - 1].point }

  /// Returns the chains joined wherever ends meet; at a fork the nearest end wins, then the earlier one.
  ///
  /// - Complexity: O(*n*) where few ends lie close together.
  static func joined(_ chains: [OpenChain], tolerance: Int) -> [OpenChain] {
    var ends: [Bucket: [(chain: Int, isStart: Bool)]] = [:]
    for (index, chain) in chains.enumerated() {
      ends[Bucket(chain.start, tolerance), default: []].append((index, true))
      ends[Bucket(chain.end, tolerance), default: []].append((index, false))
    }
    var isUsed = chains.map { _ in false }
    var result: [OpenChain] = []
    for seed in chains.indices where !isUsed[seed] {
      isUsed[seed] = true
      var chain = chains[seed]
      // Walk on from the end; where nothing follows, turn round once and walk on from the start.
      for _ in 0..<2 {
        while chain.gap > tolerance || chain.corners.count <= 2 {
          let near = Bucket(chain.end, tolerance).neighbours.flatMap { ends[$0] ?? [] }
            .filter { !isUsed[$0.chain] }
            .map { end in
              let other = chains[end.chain]
              let distance = Self.distance(chain.end, end.isStart ? other.start : other.end)
              return (distance: distance, chain: end.chain, isStart: end.isStart)
            }
            .filter { $0.distance <= tolerance }
          let next = near.min {
            ($0.distance, $0.chain, $0.isStart ? 0 : 1) < (
              $1.distance, $1.chain, $1.isStart ? 0 : 1
            )
          }
          guard let next else { break }
          isUsed[next.chain] = true
          let other = next.isStart ? chains[next.chain] : chains[next.chain].reversed
          chain.corners[chain.corners.count - 1].bulge = other.corners[0].bulge
          chain.corners += other.corners.dropFirst()
        }
        if chain.gap <= tolerance, chain.corners.count > 2 { break }
        chain = chain.reversed
      }
      result.append(chain)
    }
    return result
  }

  private var reversed: OpenChain {
    var copy = self
    copy.corners = corners.indices.reversed()
      .map { index in
        DXFContourBuilder.Corner(
          point: corners[index].point,
          bulge: index > 0 ? -corners[index - 1].bulge : 0
        )
      }
    return copy
  }

  private static func distance(_ left: Point, _ right: Point) -> Int {
    let (dx, dy) = (Double(left.x) - Double(right.x), Double(left.y) - Double(right.y))
    return Int((dx * dx + dy * dy).squareRoot().rounded(.up))
  }

  /// A square of the size of the tolerance.
  private struct Bucket: Hashable {
    let x: Int
    let y: Int

    init(_ point: Point, _ tolerance: Int) {
      x = Int((Double(point.x) / Double(tolerance)).rounded(.down))
      y = Int((Double(point.y) / Double(tolerance)).rounded(.down))
    }

    private init(x: Int, y: Int) {
      self.x = x
      self.y = y
    }

    var neighbours: [Bucket] {
      (-1...1).flatMap { dy in (-1...1).map { dx in Bucket(x: x + dx, y: y + dy) } }
    }
  }
}
