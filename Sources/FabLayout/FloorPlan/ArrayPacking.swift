import FabGeometry

/// Packs equal boxes in rows on a wafer.
struct ArrayPacking {
  let wafer: Wafer
  let width: Int
  let height: Int
  let lane: Int

  /// The step of the search for the height of the first row, in nanometres.
  private static let step = 250_000
  /// Middles lie on this grid, so that coordinates stay readable.
  private static let snap = 10_000

  /// Returns the middles of the fullest packing, row by row from the top left.
  func best() -> [Point] {
    let pitch = height + lane
    var best: (count: Int, shift: Int, middles: [Point]) = (0, 0, [])
    for shift in stride(from: 0, to: pitch, by: Self.step) {
      let middles = packed(rowsFrom: shift)
      // Of equally full packings the one whose rows lie most evenly around the middle wins.
      let tilt = abs(middles.reduce(0) { $0 + Int($1.y) } / Swift.max(1, middles.count))
      if middles.count > best.count || (middles.count == best.count && tilt < best.shift) {
        best = (middles.count, tilt, middles)
      }
    }
    return best.middles
  }

  /// The frame around a middle.
  func box(around middle: Point) -> Box {
    let low = Point(Int(middle.x) - width / 2, Int(middle.y) - height / 2)
    return Box(Int(low.x), Int(low.y), Int(low.x) + width, Int(low.y) + height)
  }

  private func packed(rowsFrom shift: Int) -> [Point] {
    let pitch = height + lane
    let reach = wafer.radius / pitch + 1
    var middles: [Point] = []
    for row in stride(from: reach, through: -reach, by: -1) {
      let y = (row * pitch + shift) / Self.snap * Self.snap
      middles += packedRow(at: y)
    }
    return middles
  }

  /// The middles of the longest run of boxes at a height, centred on the wafer where possible.
  private func packedRow(at y: Int) -> [Point] {
    let radius = Double(wafer.usableRadius)
    let edge = Double(Swift.max(abs(y - height / 2), abs(y - height / 2 + height)))
    guard edge < radius else { return [] }
    let chord = Int((radius * radius - edge * edge).squareRoot())
    let count = (2 * chord + lane) / (width + lane)
    // Flats and notch take boxes away from the left or all of a low row.
    for fitting in stride(from: count, to: 0, by: -1) {
      let run = fitting * (width + lane) - lane
      let slack = 2 * chord - run
      for left in [-run / 2, -run / 2 + slack / 2] {
        let middles = (0..<fitting)
          .map { index in
            Point((left + index * (width + lane) + width / 2) / Self.snap * Self.snap, y)
          }
        if middles.allSatisfy({ wafer.excess(of: box(around: $0)) <= 0 }) { return middles }
      }
    }
    return []
  }
}
