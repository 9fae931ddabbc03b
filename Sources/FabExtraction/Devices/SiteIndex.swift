import FabGeometry
import FabLayout

/// Finds the site of a place among many.
struct SiteIndex {
  private let sites: [Site]
  private let step: Int
  private var buckets: [Bucket: [Int]] = [:]

  private var extent: Extent?

  /// The least and the greatest bucket of all sites.
  private struct Extent {
    var x0: Int
    var y0: Int
    var x1: Int
    var y1: Int
  }

  private struct Bucket: Hashable {
    let x: Int
    let y: Int
  }

  init(_ sites: [Site]) {
    self.sites = sites
    step = max(1, sites.map { max($0.box.width, $0.box.height) }.max() ?? 1)
    for (index, site) in sites.enumerated() {
      let low = bucket(of: site.box.min)
      let high = bucket(of: site.box.max)
      var grown = extent ?? Extent(x0: low.x, y0: low.y, x1: high.x, y1: high.y)
      grown.x0 = min(grown.x0, low.x)
      grown.y0 = min(grown.y0, low.y)
      grown.x1 = max(grown.x1, high.x)
      grown.y1 = max(grown.y1, high.y)
      extent = grown
      for x in low.x...high.x {
        for y in low.y...high.y { buckets[Bucket(x: x, y: y), default: []].append(index) }
      }
    }
  }

  /// Returns the first site that contains a point, or else the nearest; `nil` if there are none.
  func site(of point: Point) -> Int? {
    let spot = Box(point, point)
    if let found = buckets[bucket(of: point)]?.first(where: { sites[$0].box.touches(spot) }) {
      return found
    }
    return nearest(to: point)
  }

  /// Searches rings of buckets around a point; a ring farther out can't hold a nearer site than found.
  private func nearest(to point: Point) -> Int? {
    guard let extent else { return nil }
    let middle = bucket(of: point)
    // Rings between the point and the sites are empty.
    let gap = max(
      extent.x0 - middle.x,
      middle.x - extent.x1,
      extent.y0 - middle.y,
      middle.y - extent.y1,
      0
    )
    let end = max(
      abs(extent.x0 - middle.x),
      abs(extent.x1 - middle.x),
      abs(extent.y0 - middle.y),
      abs(extent.y1 - middle.y)
    )
    var best: (distance: Int, index: Int)?
    for ring in gap...max(gap, end) {
      if let best, best.distance < (ring - 1) * step { break }
      for spot in Self.ring(around: middle, ring, within: extent) {
        for index in buckets[spot] ?? [] {
          let found = (distance: distance(of: point, to: index), index: index)
          if best.map({ found < $0 }) ?? true { best = found }
        }
      }
    }
    return best?.index
  }

  /// The buckets at a distance of `ring` from a middle, inside the extent of all sites.
  private static func ring(around middle: Bucket, _ ring: Int, within extent: Extent) -> [Bucket] {
    let xs = max(extent.x0, middle.x - ring)...max(extent.x0, min(extent.x1, middle.x + ring))
    let ys = max(extent.y0, middle.y - ring)...max(extent.y0, min(extent.y1, middle.y + ring))
    var result: [Bucket] = []
    for y in [middle.y - ring, middle.y + ring] where ys.contains(y) {
      result += xs.map { Bucket(x: $0, y: y) }
    }
    for x in [middle.x - ring, middle.x + ring] where xs.contains(x) {
      result += ys.map { Bucket(x: x, y: $0) }
    }
    return result
  }

  private func bucket(of point: Point) -> Bucket {
    Bucket(x: Self.floor(Int(point.x), step), y: Self.floor(Int(point.y), step))
  }

  private static func floor(_ value: Int, _ step: Int) -> Int {
    value >= 0 ? value / step : -((step - 1 - value) / step)
  }

  /// The distance from a site's box along the axis where it's greater.
  private func distance(of point: Point, to index: Int) -> Int {
    let box = sites[index].box
    let x = max(Int(box.min.x) - Int(point.x), Int(point.x) - Int(box.max.x), 0)
    let y = max(Int(box.min.y) - Int(point.y), Int(point.y) - Int(box.max.y), 0)
    return max(x, y)
  }
}
