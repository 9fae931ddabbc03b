/// Draws the two pictures of a region.
struct PairRenderer {
  let difficulty: TrackingDifficulty

  /// The mean grey of the visible and of the thermal background.
  private static let ground: (visible: Float, thermal: Float) = (0.40, 0.40)
  /// Stripes across a thing.
  private static let stripes: Float = 4
  /// Red, green, blue of the colours of things.
  static let colors: [SIMD3<Float>] = [
    SIMD3(0.85, 0.20, 0.20), SIMD3(0.20, 0.70, 0.25), SIMD3(0.20, 0.35, 0.85),
    SIMD3(0.90, 0.85, 0.20), SIMD3(0.60, 0.25, 0.75), SIMD3(0.20, 0.80, 0.85),
    SIMD3(0.95, 0.95, 0.95), SIMD3(0.10, 0.10, 0.10),
  ]

  /// Returns the pictures of things in a square region.
  func draw(
    _ things: [TrackedThing],
    cells: Int,
    condition: TrackingCondition,
    _ random: inout TaskRandom
  ) -> PairPicture {
    let colorOrder = PatchOrder(cells: cells, patch: TrackingGrid.patch, channels: 3)
    let heatOrder = PatchOrder(cells: cells, patch: TrackingGrid.patch, channels: 1)
    var picture = ground(colorOrder, heatOrder, &random)
    for thing in things { paint(thing, colorOrder, heatOrder, into: &picture) }
    let isNight = condition == .night
    if isNight {
      for index in picture.visible.indices { picture.visible[index] *= difficulty.nightGain }
    }
    let visibleNoise = isNight ? difficulty.nightNoise : difficulty.noise
    picture.visible.withUnsafeMutableBufferPointer { Self.finish($0, visibleNoise, &random) }
    picture.thermal.withUnsafeMutableBufferPointer {
      Self.finish($0, difficulty.noise, &random)
    }
    return picture
  }

  private func ground(
    _ colorOrder: PatchOrder,
    _ heatOrder: PatchOrder,
    _ random: inout TaskRandom
  ) -> PairPicture {
    let side = colorOrder.cells * colorOrder.patch
    let light = CloudField(side: side, amplitude: difficulty.background, &random)
    let heat = CloudField(side: side, amplitude: difficulty.background, &random)
    var picture = PairPicture(
      visible: [Float](repeating: 0, count: colorOrder.count),
      thermal: [Float](repeating: 0, count: heatOrder.count)
    )
    for row in 0..<side {
      for column in 0..<side {
        let start = colorOrder.index(row: row, column: column)
        let value = Self.ground.visible + light.value(row: row, column: column)
        for channel in 0..<3 { picture.visible[start + channel] = value }
        picture.thermal[heatOrder.index(row: row, column: column)] =
          Self.ground.thermal + heat.value(row: row, column: column)
      }
    }
    return picture
  }

  private func paint(
    _ thing: TrackedThing,
    _ colorOrder: PatchOrder,
    _ heatOrder: PatchOrder,
    into picture: inout PairPicture
  ) {
    let side = colorOrder.cells * colorOrder.patch
    let (x, y) = (Float(thing.box.x), Float(thing.box.y))
    let (width, height) = (Float(thing.box.width), Float(thing.box.height))
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
        let color = Self.color(of: thing, at: place) * thing.brightness
        let start = colorOrder.index(row: row, column: column)
        for channel in 0..<3 {
          picture.visible[start + channel] +=
            cover * (color[channel] - picture.visible[start + channel])
        }
        // Warmest in the middle.
        picture.thermal[heatOrder.index(row: row, column: column)] +=
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
