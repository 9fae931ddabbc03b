import FabGeometry
import FabLayout
import Testing

@testable import FabExtraction

@Suite struct SiteIndexTests {
  /// The nearest of all, by looking at each.
  private func nearest(_ point: Point, among sites: [Site]) -> Int? {
    func distance(_ box: Box) -> Int {
      let x = max(Int(box.min.x) - Int(point.x), Int(point.x) - Int(box.max.x), 0)
      let y = max(Int(box.min.y) - Int(point.y), Int(point.y) - Int(box.max.y), 0)
      return max(x, y)
    }
    return sites.indices.min { distance(sites[$0].box) < distance(sites[$1].box) }
  }

  @Test func findsTheNearestSiteFromAnywhere() {
    var sites: [Site] = []
    for x in 0..<6 {
      for y in 0..<5 where (x + y) % 3 != 0 {
        let box = Box(0, 0, 700 + 40 * x, 500 + 60 * y).moved(by: Point(x * 1500, y * 2300))
        sites.append(Site(name: "\(x) \(y)", block: "", row: y, column: x, box: box))
      }
    }
    let index = SiteIndex(sites)
    for x in stride(from: -9_000, through: 20_000, by: 611) {
      for y in stride(from: -9_000, through: 20_000, by: 577) {
        let point = Point(x, y)
        #expect(index.site(of: point) == nearest(point, among: sites), "\(x) \(y)")
      }
    }
    #expect(SiteIndex([]).site(of: .zero) == nil)
  }
}
