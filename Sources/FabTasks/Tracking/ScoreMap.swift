import Foundation

/// What a tracker's head is trained on and what it says: a score for every patch, and where in it the centre is.
public enum ScoreMap {
  /// The cells in each direction: 8.
  public static let cells = TrackingGrid.searchCells

  /// What the head should say about a box.
  public struct Target: Hashable, Sendable {
    /// The soft score of each cell, 1 at the target's; shape `[8, 8]`, rows from the top.
    public let scores: [Float]
    /// The cell of the centre, row by row.
    public let cell: Int
    /// Where in that cell the centre is, across and down: 0 up to 1.
    public let offset: SIMD2<Float>
    /// Width and height as shares of the search region.
    public let size: SIMD2<Float>
  }

  /// Returns what the head should say about a box.
  ///
  /// The score of a cell is `exp(-d^2 / (2 deviation^2))` of the distance `d` between the cell's centre and that of the
  /// target's cell, so that the target's cell has exactly 1.
  ///
  /// - Parameters:
  ///   - box: The box in pixels of the search region; a centre outside counts for the nearest cell.
  ///   - deviation: The width of the score in cells; positive.
  /// - Returns: Scores, cell, offset and size.
  ///
  /// > Source: Gaussian target with offset: X. Zhou et al., *Objects as points*, arXiv 1904.07850, section 3.
  public static func target(for box: BoundingBox, deviation: Double = 1) -> Target {
    let stride = Double(TrackingGrid.patch)
    let side = Double(TrackingGrid.searchSide)
    // A number that isn't one is put at the first cell.
    let x = (box.centerX.isFinite ? min(max(box.centerX, 0), side.nextDown) : 0) / stride
    let y = (box.centerY.isFinite ? min(max(box.centerY, 0), side.nextDown) : 0) / stride
    let (column, row) = (Int(x), Int(y))
    var scores: [Float] = []
    for line in 0..<cells {
      for place in 0..<cells {
        let square = Double((line - row) * (line - row) + (place - column) * (place - column))
        scores.append(Float(exp(-square / (2 * deviation * deviation))))
      }
    }
    return Target(
      scores: scores,
      cell: row * cells + column,
      offset: SIMD2(Float(x - Double(column)), Float(y - Double(row))),
      size: SIMD2(Float(box.width / side), Float(box.height / side))
    )
  }

  /// Returns the box that a head's answer means: the cell with the highest score, the first one of equals.
  ///
  /// - Parameters:
  ///   - scores: The scores; shape `[8, 8]`.
  ///   - offsets: Where in each cell the centre would be; shape `[64]`.
  ///   - sizes: Width and height in each cell as shares of the search region; shape `[64]`.
  /// - Returns: The box in pixels of the search region.
  /// - Precondition: All have 64 elements.
  public static func box(
    scores: [Float],
    offsets: [SIMD2<Float>],
    sizes: [SIMD2<Float>]
  ) -> BoundingBox {
    let count = cells * cells
    precondition(
      scores.count == count && offsets.count == count && sizes.count == count,
      "\(scores.count) scores, \(offsets.count) offsets and \(sizes.count) sizes; expected \(count)"
    )
    var best = 0
    for index in 1..<count where scores[index] > scores[best] { best = index }
    let stride = Double(TrackingGrid.patch)
    let side = Double(TrackingGrid.searchSide)
    return BoundingBox(
      centerX: (Double(best % cells) + Double(offsets[best].x)) * stride,
      centerY: (Double(best / cells) + Double(offsets[best].y)) * stride,
      width: Double(sizes[best].x) * side,
      height: Double(sizes[best].y) * side
    )
  }
}
