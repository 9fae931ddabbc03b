import FabImage
import FabTasks

/// A tracker without weights: the place where the template's middle fits best, by squared differences.
struct TemplateMatcher {
  let usesVisible: Bool
  let usesThermal: Bool

  /// Every second pixel in both directions; the threshold is 4 pixels.
  func box(of sample: TrackingSample) -> BoundingBox {
    let box = sample.templateBox
    let (width, height) = (Int(box.width), Int(box.height))
    let (left, top) = ((32 - width) / 2, (32 - height) / 2)
    let rasters = sample.rasters
    let template = (
      rasters.visibleTemplate.bytes.map(Int.init), rasters.thermalTemplate.bytes.map(Int.init)
    )
    let search = (
      rasters.visibleSearch.bytes.map(Int.init), rasters.thermalSearch.bytes.map(Int.init)
    )
    var best = (cost: Int.max, x: 0, y: 0)
    for y in stride(from: 0, through: 64 - height, by: 2) {
      for x in stride(from: 0, through: 64 - width, by: 2) {
        var cost = 0
        for row in stride(from: 0, to: height, by: 2) {
          for column in stride(from: 0, to: width, by: 2) {
            let own = (top + row) * 32 + left + column
            let other = (y + row) * 64 + x + column
            if usesVisible {
              for channel in 0..<3 {
                let difference = template.0[own * 3 + channel] - search.0[other * 3 + channel]
                cost += difference * difference
              }
            }
            if usesThermal {
              let difference = template.1[own] - search.1[other]
              cost += 3 * difference * difference
            }
          }
        }
        if cost < best.cost { best = (cost, x, y) }
      }
    }
    return BoundingBox(
      x: Double(best.x),
      y: Double(best.y),
      width: box.width,
      height: box.height
    )
  }
}
