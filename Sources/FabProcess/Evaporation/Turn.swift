import FabNumerics

/// Directions around a circle.
enum Turn {
  /// Returns unit vectors at equal angles, the first along the x axis.
  static func directions(_ count: Int) -> [WaferPoint] {
    (0..<count)
      .map { index in
        let (sine, cosine) = VectorMath.sineAndCosine(
          turns: SIMD4(repeating: Double(index) / Double(count))
        )
        return WaferPoint(x: cosine[0], y: sine[0])
      }
  }
}
