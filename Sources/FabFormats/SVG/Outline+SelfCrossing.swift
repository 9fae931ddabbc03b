import FabGeometry

extension Outline {
  /// Whether the outline crosses itself, so that what it encloses depends on a fill rule.
  ///
  /// Where it only touches itself, or crosses by less than the rounding of its corners, it doesn't.
  var crossesItself: Bool {
    let flat = flattened()
    guard !flat.isConvex else { return false }
    let drawn = flat.signedDoubledArea
    let covered = Region([Polygon(flat)]).doubledArea
    let difference = covered - (drawn < 0 ? -drawn : drawn)
    let box = flat.boundingBox
    // A strip of 1 nm around the box: edges near each other may be rounded together.
    let tolerance = Int128(4 * (box.width + box.height))
    return (difference < 0 ? -difference : difference) > tolerance
  }

  /// Whether a straight-edged outline turns to one side only, and once around.
  private var isConvex: Bool {
    let points = self.points
    var turn = 0
    var reversals = 0
    var lastDirection = 0
    for index in points.indices {
      let first = points[index]
      let middle = points[(index + 1) % points.count]
      let last = points[(index + 2) % points.count]
      let cross =
        Int128(Int(middle.x) - Int(first.x)) * Int128(Int(last.y) - Int(middle.y))
        - Int128(Int(middle.y) - Int(first.y)) * Int128(Int(last.x) - Int(middle.x))
      if cross != 0 {
        let sign = cross > 0 ? 1 : -1
        guard turn == 0 || turn == sign else { return false }
        turn = sign
      }
      let direction = (Int(middle.x) - Int(first.x)).signum()
      if direction != 0 {
        if lastDirection != 0, direction != lastDirection { reversals += 1 }
        lastDirection = direction
      }
    }
    return turn != 0 && reversals <= 2
  }
}
