import FabNumerics

extension Kernels {
  /// Adds the squared deviations of columns from their means.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func addColumnDeviations<S: TensorScalar>(
    _ x: UnsafePointer<S>,
    means: UnsafePointer<S>,
    to sums: UnsafeMutablePointer<S>,
    rows: Int,
    columns: Int
  ) {
    S.sweep(columns) { i, n in
      let mean = S.read(means + i, n)
      var total = S.read(sums + i, n)
      for r in 0..<rows {
        let d = S.read(x + r * columns + i, n) - mean
        total = total.addingProduct(d, d)
      }
      S.write(total, sums + i, n)
    }
  }

  /// Writes `(x - mean) factor scale + shift` column by column.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func normalizeColumns<S: TensorScalar>(
    _ x: UnsafePointer<S>,
    means: UnsafePointer<S>,
    factors: UnsafePointer<S>,
    scale: UnsafePointer<S>,
    shift: UnsafePointer<S>,
    into y: UnsafeMutablePointer<S>,
    rows: Int,
    columns: Int
  ) {
    for r in 0..<rows {
      let (x, y) = (x + r * columns, y + r * columns)
      S.sweep(columns) { i, n in
        let normal = (S.read(x + i, n) - S.read(means + i, n)) * S.read(factors + i, n)
        S.write(S.read(shift + i, n).addingProduct(normal, S.read(scale + i, n)), y + i, n)
      }
    }
  }

  /// Adds, column by column, the sums of `dy` and of `dy` times the normalised numbers.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func addColumnProducts<S: TensorScalar>(
    _ x: UnsafePointer<S>,
    _ dy: UnsafePointer<S>,
    means: UnsafePointer<S>,
    factors: UnsafePointer<S>,
    sums: UnsafeMutablePointer<S>,
    products: UnsafeMutablePointer<S>,
    rows: Int,
    columns: Int
  ) {
    S.sweep(columns) { i, n in
      let mean = S.read(means + i, n)
      let factor = S.read(factors + i, n)
      var sum = S.read(sums + i, n)
      var product = S.read(products + i, n)
      for r in 0..<rows {
        let d = S.read(dy + r * columns + i, n)
        sum = sum + d
        product = product.addingProduct(d, (S.read(x + r * columns + i, n) - mean) * factor)
      }
      S.write(sum, sums + i, n)
      S.write(product, products + i, n)
    }
  }

  /// The gradient of the normalised columns with respect to `x`.
  ///
  /// `dx = scale factor (dy - sums - normal products)`; sums and products are means here, or zero where the statistics
  /// don't depend on `x`.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func columnGradient<S: TensorScalar>(
    _ x: UnsafePointer<S>,
    _ dy: UnsafePointer<S>,
    means: UnsafePointer<S>,
    factors: UnsafePointer<S>,
    scale: UnsafePointer<S>,
    gradientMeans: UnsafePointer<S>,
    productMeans: UnsafePointer<S>,
    dx: UnsafeMutablePointer<S>,
    adding: Bool,
    rows: Int,
    columns: Int
  ) {
    for r in 0..<rows {
      let (x, dy, dx) = (x + r * columns, dy + r * columns, dx + r * columns)
      S.sweep(columns) { i, n in
        let factor = S.read(factors + i, n)
        let normal = (S.read(x + i, n) - S.read(means + i, n)) * factor
        let inner =
          S.read(dy + i, n) - S.read(gradientMeans + i, n) - normal * S.read(productMeans + i, n)
        let value = S.read(scale + i, n) * factor * inner
        S.write(adding ? S.read(dx + i, n) + value : value, dx + i, n)
      }
    }
  }

  /// Whether a column holds one number only.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func isConstant<S: TensorScalar>(
    _ x: UnsafePointer<S>,
    column: Int,
    rows: Int,
    columns: Int
  ) -> Bool {
    for r in 0..<rows where x[r * columns + column] != x[column] { return false }
    return true
  }
}
