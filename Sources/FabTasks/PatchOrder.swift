/// The order of values in square pictures that are cut into square patches.
struct PatchOrder {
  /// Patches in each direction.
  let cells: Int
  /// Pixels of a patch in each direction.
  let patch: Int
  /// Values of a pixel.
  let channels: Int

  /// The values of a picture.
  var count: Int { cells * cells * patch * patch * channels }

  /// Where the first value of a pixel stands.
  @inline(__always)
  func index(row: Int, column: Int) -> Int {
    let token = row / patch * cells + column / patch
    return ((token * patch + row % patch) * patch + column % patch) * channels
  }

  /// Returns tokens between -1 and 1 as rows of pixels between 0 and 1.
  func pixels(_ patches: [Float]) -> [Float] {
    precondition(patches.count == count, "\(patches.count) values aren't a picture of \(count)")
    let side = cells * patch
    var result: [Float] = []
    result.reserveCapacity(count)
    for row in 0..<side {
      for column in 0..<side {
        let start = index(row: row, column: column)
        for channel in 0..<channels { result.append((patches[start + channel] + 1) / 2) }
      }
    }
    return result
  }

  /// Returns rows of pixels between 0 and 1 as tokens between -1 and 1.
  func patches(_ pixels: [Float]) -> [Float] {
    precondition(pixels.count == count, "\(pixels.count) values aren't a picture of \(count)")
    let side = cells * patch
    var result = [Float](repeating: 0, count: count)
    for row in 0..<side {
      for column in 0..<side {
        let start = index(row: row, column: column)
        let source = (row * side + column) * channels
        for channel in 0..<channels { result[start + channel] = 2 * pixels[source + channel] - 1 }
      }
    }
    return result
  }
}
