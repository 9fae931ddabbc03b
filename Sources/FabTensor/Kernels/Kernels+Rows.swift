import FabNumerics

extension Kernels {
  /// Replaces each row by its softmax.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func softmax<S: TensorScalar>(
    _ x: UnsafePointer<S>,
    into y: UnsafeMutablePointer<S>,
    rows: Int,
    columns: Int
  ) {
    guard columns > 0 else { return }
    for r in 0..<rows {
      let from = x + r * columns
      let to = y + r * columns
      var highest = S.Lane(repeating: -.infinity)
      S.sweep(columns) { i, n in
        highest = highest.larger(S.read(from + i, n, filler: -.infinity))
      }
      let shift = S.Lane(repeating: highest.largest())
      var total = S.Lane(repeating: 0)
      S.sweep(columns) { i, n in
        let e = (S.read(from + i, n, filler: -.infinity) - shift).exponential()
        total = total + e
        S.write(e, to + i, n)
      }
      let factor = S.Lane(repeating: 1 / total.sum())
      S.sweep(columns) { i, n in S.write(S.read(to + i, n) * factor, to + i, n) }
    }
  }

  /// The gradient of the softmax of rows, `scale p (g - p·g)`.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func softmaxGradient<S: TensorScalar>(
    _ p: UnsafePointer<S>,
    _ g: UnsafePointer<S>,
    into y: UnsafeMutablePointer<S>,
    rows: Int,
    columns: Int,
    scale: S,
    adding: Bool
  ) {
    let factor = S.Lane(repeating: scale)
    for r in 0..<rows {
      let (p, g, y) = (p + r * columns, g + r * columns, y + r * columns)
      let mean = S.Lane(repeating: dot(p, g, columns))
      S.sweep(columns) { i, n in
        let value = S.read(p + i, n) * (S.read(g + i, n) - mean) * factor
        S.write(adding ? S.read(y + i, n) + value : value, y + i, n)
      }
    }
  }

  /// Writes the normalised rows, and mean and reciprocal deviation of each.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func layerNorm<S: TensorScalar>(
    _ x: UnsafePointer<S>,
    scale: UnsafePointer<S>,
    shift: UnsafePointer<S>,
    into y: UnsafeMutablePointer<S>,
    statistics: UnsafeMutablePointer<S>,
    rows: Range<Int>,
    columns: Int,
    epsilon: S
  ) {
    let share = 1 / S(columns)
    for r in rows {
      let (x, y) = (x + r * columns, y + r * columns)
      let mean = sum(x, columns) * share
      let center = S.Lane(repeating: mean)
      var squares = S.Lane(repeating: 0)
      S.sweep(columns) { i, n in
        let d = S.read(x + i, n, filler: mean) - center
        squares = squares.addingProduct(d, d)
      }
      let reciprocal = 1 / (squares.sum() * share + epsilon).squareRoot()
      statistics[2 * r] = mean
      statistics[2 * r + 1] = reciprocal
      let factor = S.Lane(repeating: reciprocal)
      S.sweep(columns) { i, n in
        let normal = (S.read(x + i, n) - center) * factor
        S.write(S.read(shift + i, n).addingProduct(normal, S.read(scale + i, n)), y + i, n)
      }
    }
  }

  /// The gradients of ``layerNorm(_:scale:shift:into:statistics:rows:columns:epsilon:)``.
  ///
  /// With `h` the normalised row and `g = dy scale`, `dx = (g - mean g - h mean(g h)) / deviation`.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func layerNormGradient<S: TensorScalar>(
    _ x: UnsafePointer<S>,
    _ dy: UnsafePointer<S>,
    scale: UnsafePointer<S>,
    statistics: UnsafePointer<S>,
    dx: UnsafeMutablePointer<S>?,
    adding: Bool,
    scaleGradient: UnsafeMutablePointer<S>,
    shiftGradient: UnsafeMutablePointer<S>,
    rows: Range<Int>,
    columns: Int
  ) {
    let share = 1 / S(columns)
    for r in rows {
      let (x, dy) = (x + r * columns, dy + r * columns)
      let center = S.Lane(repeating: statistics[2 * r])
      let factor = S.Lane(repeating: statistics[2 * r + 1])
      var gradientSum = S.Lane(repeating: 0)
      var productSum = S.Lane(repeating: 0)
      S.sweep(columns) { i, n in
        let d = S.read(dy + i, n)
        let normal = (S.read(x + i, n) - center) * factor
        let g = d * S.read(scale + i, n)
        gradientSum = gradientSum + g
        productSum = productSum.addingProduct(g, normal)
        S.write(S.read(scaleGradient + i, n).addingProduct(d, normal), scaleGradient + i, n)
        S.write(S.read(shiftGradient + i, n) + d, shiftGradient + i, n)
      }
      guard let dx else { continue }
      let place = dx + r * columns
      let mean = S.Lane(repeating: gradientSum.sum() * share)
      let slope = S.Lane(repeating: productSum.sum() * share)
      S.sweep(columns) { i, n in
        let normal = (S.read(x + i, n) - center) * factor
        let g = S.read(dy + i, n) * S.read(scale + i, n)
        let value = (g - mean - normal * slope) * factor
        S.write(adding ? S.read(place + i, n) + value : value, place + i, n)
      }
    }
  }
}
