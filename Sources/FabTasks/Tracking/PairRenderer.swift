/// Draws the two pictures of a region.
struct PairRenderer {
  let difficulty: TrackingDifficulty

  /// The mean grey of the visible and of the thermal background.
  private static let base: (visible: Float, thermal: Float) = (0.40, 0.40)
  /// Stripes across a thing.
  private static let stripes: Float = 4
  /// Red, green, blue of the colours of things.
  static let colors: [SIMD3<Float>] = [
    SIMD3(0.85, 0.20, 0.20), SIMD3(0.20, 0.70, 0.25), SIMD3(0.20, 0.35, 0.85),
    SIMD3(0.90, 0.85, 0.20), SIMD3(0.60, 0.25, 0.75), SIMD3(0.20, 0.80, 0.85),
    SIMD3(0.95, 0.95, 0.95), SIMD3(0.10, 0.10, 0.10),
  ]

  /// Returns the pictures of a square region.
  ///
  /// - Parameters:
  ///   - things: What is there, the last one on top; boxes in pixels of the place.
  ///   - sky: The backgrounds of the place.
  ///   - origin: The place's pixel at the upper left of the region: row, column.
  ///   - cells: The patches of the region in each direction.
  ///   - condition: What the pictures are taken in.
  ///   - random: Gives the noise.
  /// - Returns: The visible and the thermal picture.
  func draw(
    _ things: [TrackedThing],
    before sky: PairSky,
    origin: (row: Int, column: Int) = (0, 0),
    cells: Int,
    condition: TrackingCondition,
    _ random: inout TaskRandom
  ) -> PairPicture {
    let colorOrder = PatchOrder(cells: cells, patch: TrackingGrid.patch, channels: 3)
    let heatOrder = PatchOrder(cells: cells, patch: TrackingGrid.patch, channels: 1)
    var visible = [Float](repeating: 0, count: colorOrder.count)
    var thermal = [Float](repeating: 0, count: heatOrder.count)
    visible.withUnsafeMutableBufferPointer { visible in
      thermal.withUnsafeMutableBufferPointer { thermal in
        let canvas = Canvas(
          visible: visible,
          thermal: thermal,
          colorOrder: colorOrder,
          heatOrder: heatOrder
        )
        Self.ground(sky, origin, on: canvas)
        for thing in things {
          var thing = thing
          thing.box.x -= Double(origin.column)
          thing.box.y -= Double(origin.row)
          Self.paint(thing, on: canvas)
        }
        let isNight = condition == .night
        if isNight {
          for index in visible.indices { visible[index] *= difficulty.nightGain }
        }
        Self.finish(visible, isNight ? difficulty.nightNoise : difficulty.noise, &random)
        Self.finish(thermal, difficulty.noise, &random)
      }
    }
    return PairPicture(visible: visible, thermal: thermal)
  }

  /// The values that are drawn into, and their order.
  private struct Canvas {
    let visible: UnsafeMutableBufferPointer<Float>
    let thermal: UnsafeMutableBufferPointer<Float>
    let colorOrder: PatchOrder
    let heatOrder: PatchOrder

    /// The pixels in each direction.
    var side: Int { heatOrder.cells * heatOrder.patch }
  }

  private static func ground(
    _ sky: PairSky,
    _ origin: (row: Int, column: Int),
    on canvas: Canvas
  ) {
    for row in 0..<canvas.side {
      for column in 0..<canvas.side {
        let (y, x) = (origin.row + row, origin.column + column)
        let start = canvas.colorOrder.index(row: row, column: column)
        let value = base.visible + sky.visible.value(row: y, column: x)
        for channel in 0..<3 { canvas.visible[start + channel] = value }
        canvas.thermal[canvas.heatOrder.index(row: row, column: column)] =
          base.thermal + sky.thermal.value(row: y, column: x)
      }
    }
  }

  private static func paint(_ thing: TrackedThing, on canvas: Canvas) {
    let side = canvas.side
    let (x, y) = (Float(thing.box.x), Float(thing.box.y))
    let (width, height) = (Float(thing.box.width), Float(thing.box.height))
    guard x + width > -1, y + height > -1, x < Float(side) + 1, y < Float(side) + 1 else { return }
    let rows = max(0, Int(y) - 1)..<min(side, Int(y + height) + 2)
    let columns = max(0, Int(x) - 1)..<min(side, Int(x + width) + 2)
    for row in rows {
      for column in columns {
        // From -1 to 1 across the thing.
        let place = SIMD2(
          (Float(column) + 0.5 - x) / width * 2 - 1,
          (Float(row) + 0.5 - y) / height * 2 - 1
        )
        let radius = (place * place).sum().squareRoot()
        let outside =
          thing.isRound
          ? (radius - 1) * min(width, height) / 2
          : max((place.x.magnitude - 1) * width, (place.y.magnitude - 1) * height) / 2
        let cover = min(max(0.5 - outside, 0), 1)
        guard cover > 0 else { continue }
        let color = color(of: thing, at: place) * thing.brightness
        let start = canvas.colorOrder.index(row: row, column: column)
        for channel in 0..<3 {
          canvas.visible[start + channel] +=
            cover * (color[channel] - canvas.visible[start + channel])
        }
        // Warmest in the middle.
        canvas.thermal[canvas.heatOrder.index(row: row, column: column)] +=
          cover * thing.contrast * (1 - 0.3 * min(radius, 1))
      }
    }
  }

  private static func color(of thing: TrackedThing, at place: SIMD2<Float>) -> SIMD3<Float> {
    let across = Int(min(max((place.x + 1) / 2 * stripes, 0), stripes - 1))
    let down = Int(min(max((place.y + 1) / 2 * stripes, 0), stripes - 1))
    let turn =
      switch thing.pattern {
      case 0: across
      case 1: down
      default: across + down
      }
    return colors[turn.isMultiple(of: 2) ? thing.colors.first : thing.colors.second]
  }

  private static func finish(
    _ values: UnsafeMutableBufferPointer<Float>,
    _ noise: Float,
    _ random: inout TaskRandom
  ) {
    random.addNoise(noise, to: values)
    for index in values.indices { values[index] = 2 * min(max(values[index], 0), 1) - 1 }
  }
}
