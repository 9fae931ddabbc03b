import FabGeometry
import FabLayout

/// Finds the site of a place among many.
struct SiteIndex {
  private let sites: [Site]
  private let step: Int
  private var buckets: [Bucket: [Int]] = [:]

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
    return sites.indices.min { distance(of: point, to: $0) < distance(of: point, to: $1) }
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
