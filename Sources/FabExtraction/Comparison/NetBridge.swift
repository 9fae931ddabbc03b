import FabGeometry
import FabLayout
import FabRecipe

/// Where a net that should be several is joined: a short, or the narrowest part of one conductor.
struct NetBridge {
  let level: LevelName
  let box: Box

  /// Returns the place that joins the contacts of a net; `nil` where no single narrow place does.
  static func find(net: Int, in wafer: ExtractedWafer) -> NetBridge? {
    if let short = wafer.parasitics.first(where: { $0.isShort && $0.device.bottomNet == net }) {
      return NetBridge(level: short.device.overlap.top, box: short.device.box)
    }
    for index in wafer.nets[net].shapes {
      let shape = wafer.shapes[index]
      let whole = Region([shape.polygon])
      let points = wafer.nets[net].contacts.map { wafer.contacts[$0].position }
        .filter { whole.contains($0) }
      if points.count > 1, let box = neck(of: whole, between: points) {
        return NetBridge(level: shape.level, box: box)
      }
    }
    return nil
  }

  /// Shrinks a conductor until its contacts come apart; what is lost there and joined them is the bridge.
  private static func neck(of whole: Region, between points: [Point]) -> Box? {
    guard let box = whole.boundingBox else { return nil }
    func pieces(_ distance: Int) -> (region: Region, owners: [Int?]) {
      let region = whole.grown(by: -distance)
      let owners = points.map { point in
        region.polygons.firstIndex { Region([$0]).contains(point) }
      }
      return (region, owners)
    }
    func isApart(_ owners: [Int?]) -> Bool { Set(owners.compactMap { $0 }).count > 1 }
    // The contacts' pads are wider than the bridge, or else nothing tells the two apart.
    var high = 1000
    while !isApart(pieces(high).owners) {
      high *= 2
      guard high < min(box.width, box.height) else { return nil }
    }
    var low = high / 2
    while high - low > 1000 {
      let middle = (low + high) / 2
      if isApart(pieces(middle).owners) { high = middle } else { low = middle }
    }
    let parts = pieces(high).region
    let rest = whole.subtracting(parts.grown(by: high))
    let wide = parts.polygons.map { Region([$0]).grown(by: high + 1) }
    let joining = rest.polygons.filter { piece in
      wide.count { !$0.intersection(Region([piece])).isEmpty } > 1
    }
    return joining.map(\.boundingBox).min { ($0.width + $0.height) < ($1.width + $1.height) }
  }
}
