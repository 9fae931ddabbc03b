/// Draws a scene into patches: the picture of a cell depends on that cell alone.
///
/// Edges are softened by the distance to them (half a pixel to either side), so that position and size can be read from
/// few pixels.
struct SceneRenderer {
  let difficulty: SceneDifficulty

  /// The grey of the ground.
  private static let ground: Float = 0.45
  /// Half the extent of small and large objects in pixels; the larger leaves 0.8 pixels of the cell's half.
  private static let extents: [Float] = [2.0, 3.2]
  /// How near an object may come to the edge of its cell, in pixels: room for the softened edge.
  private static let rim: Float = 0.3
  /// Red, green, blue of the colours in the order of ``ObjectAttribute/color``: far apart from each other and the ground.
  private static let colors: [SIMD3<Float>] = [
    SIMD3(0.86, 0.15, 0.15), SIMD3(0.15, 0.65, 0.20), SIMD3(0.15, 0.30, 0.86),
    SIMD3(0.90, 0.85, 0.15), SIMD3(0.60, 0.20, 0.75), SIMD3(0.15, 0.80, 0.85),
  ]

  /// How far an object may be shifted from the centre of its cell, in pixels.
  static func freedom(size: Int) -> Float {
    Float(SceneGrid.patch) / 2 - extents[size] - rim
  }

  /// Writes the values of a picture, `[token, row, column, channel]`, between -1 (black) and 1 (white).
  func draw(
    _ layout: SceneLayout,
    noise: inout TaskRandom,
    into values: UnsafeMutableBufferPointer<Float>
  ) {
    values.update(repeating: Self.ground * layout.brightness)
    for object in layout.objects {
      let start = object.cell * SceneGrid.features
      draw(
        object,
        light: layout.brightness,
        into: UnsafeMutableBufferPointer(rebasing: values[start..<(start + SceneGrid.features)])
      )
    }
    noise.addNoise(difficulty.noise, to: values)
    for index in values.indices { values[index] = 2 * min(max(values[index], 0), 1) - 1 }
  }

  private func draw(
    _ object: SceneObject,
    light: Float,
    into patch: UnsafeMutableBufferPointer<Float>
  ) {
    let extent = Self.extents[object[.size]]
    let color = Self.colors[object[.color]] * (object.brightness * light)
    let isMetal = object[.material] == 1
    let shape = object[.shape]
    let middle = SIMD2<Float>(repeating: Float(SceneGrid.patch) / 2) + object.shift
    for row in 0..<SceneGrid.patch {
      for column in 0..<SceneGrid.patch {
        let point = SIMD2(Float(column) + 0.5, Float(row) + 0.5) - middle
        let cover = min(max(0.5 - Self.distance(point, shape, extent), 0), 1)
        guard cover > 0 else { continue }
        let paint = isMetal ? Self.metal(color, point / extent) : color
        let index = (row * SceneGrid.patch + column) * 3
        for channel in 0..<3 {
          patch[index + channel] += cover * (paint[channel] - patch[index + channel])
        }
      }
    }
  }

  /// The distance of a point outside the edge of a shape, negative inside; all shapes reach `extent` in each direction.
  private static func distance(_ point: SIMD2<Float>, _ shape: Int, _ extent: Float) -> Float {
    switch shape {
    case 0: return (point * point).sum().squareRoot() - extent
    case 1: return max(point.x.magnitude, point.y.magnitude) - extent * 0.9
    default:
      // Corners at (0, -extent) and (±extent, extent); the sides' normals are (±2, -1) / sqrt(5).
      let side = (2 * point.x.magnitude - point.y - extent) * 0.447_213_6
      return max(point.y - extent, side)
    }
  }

  /// Metal: lighter above than below, with a white spot at the upper left.
  private static func metal(_ color: SIMD3<Float>, _ place: SIMD2<Float>) -> SIMD3<Float> {
    let shaded = color * (1 - 0.3 * place.y)
    let offset = place - SIMD2(repeating: -0.3)
    let spot = min(max(1.5 - (offset * offset).sum().squareRoot() / 0.3, 0), 1)
    return shaded + (SIMD3(repeating: 1) - shaded) * (0.9 * spot)
  }
}
