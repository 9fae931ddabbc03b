import FabGeometry

/// Turns the contours of one path into polygons with holes under a fill rule.
///
/// Contours that are inside one another or apart keep their arcs; contours that cross become chords and
/// are combined by integer booleans.
struct SVGAreas {
  /// The areas.
  private(set) var polygons: [Polygon] = []
  /// How many groups of crossing contours lost their arcs.
  private(set) var flattenedGroups = 0

  /// How many contours cross themselves.
  private(set) var selfCrossings = 0

  private let rule: SVGFillRule

  /// Combines contours; those that cross themselves are divided by the even-odd rule.
  init(_ outlines: [Outline], rule: SVGFillRule) {
    self.rule = rule
    for outline in outlines where outline.crossesItself { selfCrossings += 1 }
    guard selfCrossings == 0 else {
      // Their parts are combined in one go: the rule counts crossings of all contours together.
      let loops = outlines.map { Region([Polygon($0.flattened())]) }
      polygons = loops.reduce(Region()) { $0.symmetricDifference($1) }.polygons
      return
    }
    for group in Self.groups(of: outlines) { append(group) }
  }

  private struct Contour {
    var outline: Outline
    var box: Box
    var region: Region
    /// 1 if the contour runs counterclockwise, else -1.
    var turn: Int
    /// The positions of the contours around this one, from the outside in.
    var ancestors: [Int] = []
  }

  private mutating func append(_ group: [Outline]) {
    guard group.count > 1 else {
      polygons += group.map { Polygon($0) }
      return
    }
    var contours = group.map { outline in
      let flat = outline.flattened()
      return Contour(
        outline: outline,
        box: outline.boundingBox,
        region: Region([Polygon(flat)]),
        turn: flat.signedDoubledArea > 0 ? 1 : -1
      )
    }
    // The larger comes first, so that ancestors stand before what they contain.
    contours.sort { $0.region.doubledArea > $1.region.doubledArea }
    for inner in contours.indices {
      for outer in 0..<inner where contours[outer].box.touches(contours[inner].box) {
        let common = contours[outer].region.intersection(contours[inner].region).doubledArea
        if common == contours[inner].region.doubledArea {
          contours[inner].ancestors.append(outer)
        } else if common != 0 {
          appendCrossing(contours)
          return
        }
      }
    }
    appendNested(contours)
  }

  private mutating func appendNested(_ contours: [Contour]) {
    func isInside(_ chain: [Int]) -> Bool {
      switch rule {
      case .evenodd: chain.count % 2 == 1
      case .nonzero: chain.reduce(0) { $0 + contours[$1].turn } != 0
      }
    }
    var holes: [Int: [Outline]] = [:]
    var outers: [Int] = []
    for (index, contour) in contours.enumerated() {
      switch (isInside(contour.ancestors), isInside(contour.ancestors + [index])) {
      case (false, true): outers.append(index)
      case (true, false):
        // The hole belongs to the innermost boundary around it; what lies between isn't one.
        if let owner = contour.ancestors.last(where: { outers.contains($0) }) {
          holes[owner, default: []].append(contour.outline)
        }
      case (true, true), (false, false): break
      }
    }
    for index in outers {
      polygons.append(Polygon(contours[index].outline, holes: holes[index] ?? []))
    }
  }

  private mutating func appendCrossing(_ contours: [Contour]) {
    if contours.contains(where: { !$0.outline.isStraight }) { flattenedGroups += 1 }
    var byWinding: [Int: Region] = [:]
    for contour in contours {
      let step = rule == .evenodd ? 1 : contour.turn
      var next: [Int: Region] = [:]
      var rest = contour.region
      for winding in byWinding.keys.sorted() {
        guard let region = byWinding[winding] else { continue }
        let covered = region.intersection(contour.region)
        next[winding] = (next[winding] ?? Region()).union(region.subtracting(contour.region))
        next[winding + step] = (next[winding + step] ?? Region()).union(covered)
        rest = rest.subtracting(region)
      }
      next[step] = (next[step] ?? Region()).union(rest)
      byWinding = next
    }
    let inside = byWinding.filter { winding, _ in
      rule == .evenodd ? winding % 2 != 0 : winding != 0
    }
    let all = inside.sorted { $0.key < $1.key }.reduce(Region()) { $0.union($1.value) }
    polygons += all.polygons
  }

  /// Divides contours into groups whose boxes hang together; the order stays that of the drawing.
  private static func groups(of outlines: [Outline]) -> [[Outline]] {
    let boxes = outlines.map(\.boundingBox)
    var parents = Array(outlines.indices)
    func root(_ index: Int) -> Int {
      var index = index
      while parents[index] != index {
        parents[index] = parents[parents[index]]
        index = parents[index]
      }
      return index
    }
    // A sweep along x: only boxes whose extents in x meet are compared.
    var active: [Int] = []
    for index in boxes.indices.sorted(by: { (boxes[$0].min.x, $0) < (boxes[$1].min.x, $1) }) {
      active.removeAll { boxes[$0].max.x < boxes[index].min.x }
      for other in active where boxes[other].touches(boxes[index]) {
        let (first, second) = (root(other), root(index))
        parents[max(first, second)] = min(first, second)
      }
      active.append(index)
    }
    var members: [Int: [Outline]] = [:]
    for index in outlines.indices { members[root(index), default: []].append(outlines[index]) }
    return members.sorted { $0.key < $1.key }.map(\.value)
  }
}
