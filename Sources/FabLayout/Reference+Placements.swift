public import FabGeometry

extension Reference {
  /// Returns the transform of every placement, row by row; `nil` where one leaves the coordinate range.
  public func placements() -> [Transform?] {
    guard let grid else { return [transform] }
    var result: [Transform?] = []
    result.reserveCapacity(grid.columns * grid.rows)
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let x =
          Int(transform.offset.x) + column * Int(grid.columnStep.x) + row * Int(grid.rowStep.x)
        let y =
          Int(transform.offset.y) + column * Int(grid.columnStep.y) + row * Int(grid.rowStep.y)
        result.append(
          Point(exactly: x, y)
            .map { offset in
              Transform(
                offset: offset,
                rotation: transform.rotation,
                magnification: transform.magnification,
                isMirrored: transform.isMirrored
              )
            }
        )
      }
    }
    return result
  }
}
