import FabGeometry

/// Finds space for marks beside what already stands on a wafer.
struct FreeSpace {
  let wafer: Wafer
  var occupied: [Box]

  /// The distance that a mark keeps from everything else, in nanometres.
  private static let clearance = 500_000
  /// Marks lie on this grid.
  private static let snap = 100_000

  /// Takes up to `count` square spaces, one for each quarter turn of the first direction.
  ///
  /// In each quarter the directions nearest to the first are tried first, and in each direction the
  /// place furthest out. Directions are ratios of small integers, so that no trigonometric function is
  /// needed and every machine finds the same places.
  mutating func take(_ count: Int, size: Int, firstDirection: (x: Int, y: Int)) -> [Point] {
    var taken: [Point] = []
    for quarter in 0..<count {
      for turn in [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6, 7, -7, 8] {
        // Adding a multiple of the normal turns the direction by up to a half quarter each way.
        let direction = (
          x: 8 * firstDirection.x - turn * firstDirection.y,
          y: 8 * firstDirection.y + turn * firstDirection.x
        )
        let rotated = Self.rotated(direction, quarters: quarter)
        guard let place = place(size: size, direction: rotated) else { continue }
        taken.append(place)
        occupied.append(Self.box(around: place, size: size))
        break
      }
    }
    return taken
  }

  private func place(size: Int, direction: (x: Int, y: Int)) -> Point? {
    let length = Double(direction.x * direction.x + direction.y * direction.y).squareRoot()
    var radius = wafer.usableRadius
    while radius > 3 * size {
      let x = Int((Double(radius * direction.x) / length).rounded()) / Self.snap * Self.snap
      let y = Int((Double(radius * direction.y) / length).rounded()) / Self.snap * Self.snap
      let box = Self.box(around: Point(x, y), size: size)
      let guarded = box.grown(by: Self.clearance)
      if wafer.excess(of: box) <= 0, !occupied.contains(where: { $0.touches(guarded) }) {
        return Point(x, y)
      }
      radius -= 500_000
    }
    return nil
  }

  private static func box(around middle: Point, size: Int) -> Box {
    let half = size / 2
    return Box(
      Int(middle.x) - half,
      Int(middle.y) - half,
      Int(middle.x) - half + size,
      Int(middle.y) - half + size
    )
  }

  private static func rotated(
    _ direction: (x: Int, y: Int),
    quarters: Int
  ) -> (x: Int, y: Int) {
    switch quarters % 4 {
    case 1: (-direction.y, direction.x)
    case 2: (-direction.x, -direction.y)
    case 3: (direction.y, -direction.x)
    default: direction
    }
  }
}
