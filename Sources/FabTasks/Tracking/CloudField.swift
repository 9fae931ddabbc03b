/// A smooth random background: values on a lattice, interpolated linearly in between.
struct CloudField {
  /// The distance of lattice points in pixels.
  private static let spacing: Float = 12

  private let pixels: Int
  private let side: Int
  private let values: [Float]

  /// Draws the field of a picture; its values lie between `-amplitude` and `amplitude`.
  init(side pixels: Int, amplitude: Float, _ random: inout TaskRandom) {
    let side = Int(Float(pixels) / Self.spacing) + 2
    self.pixels = pixels
    self.side = side
    var values: [Float] = []
    for _ in 0..<(side * side) { values.append(amplitude * random.signed()) }
    self.values = values
  }

  /// Returns the value of a pixel; outside the picture that of the nearest pixel inside.
  func value(row: Int, column: Int) -> Float {
    let y = (Float(min(max(row, 0), pixels - 1)) + 0.5) / Self.spacing
    let x = (Float(min(max(column, 0), pixels - 1)) + 0.5) / Self.spacing
    let top = Int(y)
    let left = Int(x)
    let down = y - Float(top)
    let right = x - Float(left)
    let corner = top * side + left
    let upper = values[corner] + right * (values[corner + 1] - values[corner])
    let lower = values[corner + side] + right * (values[corner + side + 1] - values[corner + side])
    return upper + down * (lower - upper)
  }
}
