import FabGeometry

/// Unit squares of a small grid: areas of upright polygons without any geometry.
struct Bitmap: Equatable {
  let size: Int
  var isSet: [Bool]

  init(size: Int) {
    self.size = size
    isSet = Array(repeating: false, count: size * size)
  }

  init(size: Int, boxes: [Box]) {
    self.init(size: size)
    for box in boxes {
      for y in Int(box.min.y)..<Int(box.max.y) {
        for x in Int(box.min.x)..<Int(box.max.x) { isSet[y * size + x] = true }
      }
    }
  }

  /// The squares with an odd number of vertical edges to their left.
  init(size: Int, region: Region) {
    self.init(size: size)
    for points in region.polygons.flatMap(\.outlines).map(\.points) {
      for (index, a) in points.enumerated() {
        let b = points[(index + 1) % points.count]
        guard a.x == b.x else { continue }
        for y in Int(min(a.y, b.y))..<Int(max(a.y, b.y)) {
          for x in Int(a.x)..<size { isSet[y * size + x].toggle() }
        }
      }
    }
  }

  var count: Int { isSet.count { $0 } }

  func combined(_ other: Bitmap, _ operation: (Bool, Bool) -> Bool) -> Bitmap {
    var result = self
    for index in isSet.indices {
      result.isSet[index] = operation(isSet[index], other.isSet[index])
    }
    return result
  }

  /// The squares with a set square within `distance` in both directions.
  func grown(by distance: Int) -> Bitmap {
    var result = Bitmap(size: size)
    for y in 0..<size {
      for x in 0..<size where isSet[y * size + x] {
        for v in max(0, y - distance)...min(size - 1, y + distance) {
          for u in max(0, x - distance)...min(size - 1, x + distance) {
            result.isSet[v * size + u] = true
          }
        }
      }
    }
    return result
  }

  /// The number of pieces connected through sides.
  var pieces: Int {
    var seen = isSet.map { !$0 }
    var pieces = 0
    for start in isSet.indices where !seen[start] {
      pieces += 1
      var stack = [start]
      seen[start] = true
      while let index = stack.popLast() {
        let (x, y) = (index % size, index / size)
        for (u, v) in [(x - 1, y), (x + 1, y), (x, y - 1), (x, y + 1)]
        where u >= 0 && v >= 0 && u < size && v < size && !seen[v * size + u] {
          seen[v * size + u] = true
          stack.append(v * size + u)
        }
      }
    }
    return pieces
  }
}
