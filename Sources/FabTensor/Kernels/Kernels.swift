import FabNumerics

/// Loops over numbers without a shape, on the calling thread; specialised for both scalars.
enum Kernels {
  /// Adds up.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func sum<S: TensorScalar>(_ x: UnsafePointer<S>, _ count: Int) -> S {
    var total = S.Lane(repeating: 0)
    S.sweep(count) { i, n in total = total + S.read(x + i, n) }
    return total.sum()
  }

  /// Sums products.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func dot<S: TensorScalar>(
    _ x: UnsafePointer<S>,
    _ y: UnsafePointer<S>,
    _ count: Int
  ) -> S {
    var total = S.Lane(repeating: 0)
    S.sweep(count) { i, n in total = total.addingProduct(S.read(x + i, n), S.read(y + i, n)) }
    return total.sum()
  }

  /// Writes or adds `scale x`.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func scale<S: TensorScalar>(
    _ x: UnsafePointer<S>,
    by scale: S,
    into y: UnsafeMutablePointer<S>,
    _ count: Int,
    adding: Bool
  ) {
    let factor = S.Lane(repeating: scale)
    if adding {
      S.sweep(count) { i, n in
        S.write(S.read(y + i, n).addingProduct(S.read(x + i, n), factor), y + i, n)
      }
    } else {
      S.sweep(count) { i, n in S.write(S.read(x + i, n) * factor, y + i, n) }
    }
  }

  /// Writes or adds one number everywhere.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func fill<S: TensorScalar>(
    _ y: UnsafeMutablePointer<S>,
    with number: S,
    _ count: Int,
    adding: Bool
  ) {
    let part = S.Lane(repeating: number)
    S.sweep(count) { i, n in S.write(adding ? S.read(y + i, n) + part : part, y + i, n) }
  }

  /// Writes `a + b`.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func add<S: TensorScalar>(
    _ a: UnsafePointer<S>,
    _ b: UnsafePointer<S>,
    into y: UnsafeMutablePointer<S>,
    _ count: Int
  ) {
    S.sweep(count) { i, n in S.write(S.read(a + i, n) + S.read(b + i, n), y + i, n) }
  }

  /// Writes or adds `a b`.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func multiply<S: TensorScalar>(
    _ a: UnsafePointer<S>,
    _ b: UnsafePointer<S>,
    into y: UnsafeMutablePointer<S>,
    _ count: Int,
    adding: Bool
  ) {
    if adding {
      S.sweep(count) { i, n in
        S.write(
          S.read(y + i, n).addingProduct(S.read(a + i, n), S.read(b + i, n)),
          y + i,
          n
        )
      }
    } else {
      S.sweep(count) { i, n in S.write(S.read(a + i, n) * S.read(b + i, n), y + i, n) }
    }
  }

  /// Adds a row to each of several rows.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func addRow<S: TensorScalar>(
    _ row: UnsafePointer<S>,
    to y: UnsafeMutablePointer<S>,
    rows: Int,
    columns: Int
  ) {
    for r in 0..<rows {
      let place = y + r * columns
      S.sweep(columns) { i, n in
        S.write(S.read(place + i, n) + S.read(row + i, n), place + i, n)
      }
    }
  }

  /// Adds the sums of columns.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func addColumnSums<S: TensorScalar>(
    _ x: UnsafePointer<S>,
    to sums: UnsafeMutablePointer<S>,
    rows: Int,
    columns: Int
  ) {
    S.sweep(columns) { i, n in
      var total = S.read(sums + i, n)
      for r in 0..<rows { total = total + S.read(x + r * columns + i, n) }
      S.write(total, sums + i, n)
    }
  }

  /// The sum of squares, in Double: a norm over many parameters must not depend on a lucky order.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func squares<S: TensorScalar>(_ x: UnsafePointer<S>, _ count: Int) -> Double {
    var total = 0.0
    var index = 0
    while index < count {
      let number = min(256, count - index)
      total += Double(dot(x + index, x + index, number))
      index += number
    }
    return total
  }

  /// The position of the first number that is NaN or infinite.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func firstNotFinite<S: TensorScalar>(_ x: UnsafePointer<S>, _ count: Int) -> Int? {
    for index in 0..<count where !x[index].isFinite { return index }
    return nil
  }
}
