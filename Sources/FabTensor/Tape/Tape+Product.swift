extension Tape {
  /// Returns the products of corresponding matrices, `factor a b`.
  ///
  /// - Parameters:
  ///   - a: The left matrices, `[..., rows, inner]`.
  ///   - b: The right matrices, `[..., inner, columns]`, or `[..., columns, inner]` where transposed.
  ///   - transposesRight: Whether each right matrix is transposed.
  ///   - factor: The factor.
  ///   - multiply: What computes a product forwards, given its number in the batch; the gradient is the ideal one.
  /// - Returns: The products, `[..., rows, columns]`.
  /// - Precondition: The extents fit.
  public func batchedProduct(
    _ a: Variable,
    _ b: Variable,
    transposesRight: Bool = false,
    factor: Scalar = 1,
    multiply: ProductFunction<Scalar>? = nil
  ) -> Variable {
    let rank = a.shape.rank
    precondition(
      rank >= 2 && rank == b.shape.rank
        && a.shape.extents.dropLast(2) == b.shape.extents.dropLast(2)
        && a.shape[rank - 1] == b.shape[transposesRight ? rank - 1 : rank - 2],
      "\(a.shape) times \(b.shape)\(transposesRight ? " transposed" : "")"
    )
    let (rows, inner) = (a.shape[rank - 2], a.shape[rank - 1])
    let columns = b.shape[transposesRight ? rank - 2 : rank - 1]
    let batch = a.shape.extents.dropLast(2).reduce(1, *)
    let (y, value) = result(a.shape.replacingLast(with: columns), of: [a, b])
    let (left, right) = (pointer(a), pointer(b))
    let product = MatrixProduct<Scalar>(
      rows: rows,
      columns: columns,
      inner: inner,
      transposesRight: transposesRight,
      alpha: factor
    )
    let (leftSize, rightSize, size) = (rows * inner, inner * columns, rows * columns)
    let grain = max(1, batch / 32)
    workers.run(over: batch, grain: grain) { range in
      for n in range {
        let (x, z, target) = (left + n * leftSize, right + n * rightSize, value + n * size)
        if let multiply {
          multiply(product, x, z, target, n)
        } else {
          Scalar.multiply(product, x, z, into: target)
        }
      }
    }
    onReverse(y) { tape, gradient in
      if let (place, adds) = tape.gradientPlace(a) {
        let product = MatrixProduct<Scalar>(
          rows: rows,
          columns: inner,
          inner: columns,
          transposesRight: !transposesRight,
          alpha: factor,
          beta: adds ? 1 : 0
        )
        tape.workers.run(over: batch, grain: grain) { range in
          for n in range {
            Scalar.multiply(
              product,
              gradient + n * size,
              right + n * rightSize,
              into: place + n * leftSize
            )
          }
        }
      }
      if let (place, adds) = tape.gradientPlace(b) {
        let product = MatrixProduct<Scalar>(
          rows: transposesRight ? columns : inner,
          columns: transposesRight ? inner : columns,
          inner: rows,
          transposesLeft: true,
          alpha: factor,
          beta: adds ? 1 : 0
        )
        tape.workers.run(over: batch, grain: grain) { range in
          for n in range {
            let (g, x) = (gradient + n * size, left + n * leftSize)
            Scalar.multiply(
              product,
              transposesRight ? g : x,
              transposesRight ? x : g,
              into: place + n * rightSize
            )
          }
        }
      }
    }
    return y
  }

  /// Returns the softmax over the last extent.
  ///
  /// - Parameters:
  ///   - x: The scores, `[..., columns]`.
  ///   - forward: Writes the values of whole rows, given the position of the first number; nil for the ideal ones. The
  ///     gradient is that of the ideal softmax.
  /// - Returns: The probabilities, with the shape of `x`.
  public func softmax(_ x: Variable, forward: BulkFunction<Scalar>? = nil) -> Variable {
    let (rows, columns) = (x.shape.rows, x.shape.last)
    let (y, value) = result(x.shape, of: [x])
    let ideal =
      forward != nil && needsGradient(y) ? scratch(x.shape.count, for: y) : value
    let source = pointer(x)
    let grain = Workers.lightGrain / max(columns, 1)
    workers.run(over: rows, grain: grain) { range in
      let start = range.lowerBound * columns
      if ideal != value || forward == nil {
        Kernels.softmax(source + start, into: ideal + start, rows: range.count, columns: columns)
      }
      forward?(
        UnsafeBufferPointer(start: source + start, count: range.count * columns),
        UnsafeMutableBufferPointer(start: value + start, count: range.count * columns),
        start
      )
    }
    onReverse(y) { tape, gradient in
      guard let (place, adds) = tape.gradientPlace(x) else { return }
      tape.workers.run(over: rows, grain: grain) { range in
        let start = range.lowerBound * columns
        Kernels.softmaxGradient(
          ideal + start,
          gradient + start,
          into: place + start,
          rows: range.count,
          columns: columns,
          scale: 1,
          adding: adds
        )
      }
    }
    return y
  }
}
