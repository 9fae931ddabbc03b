extension Tape {
  /// Returns `f(x w + b)`, one matrix product over all rows of `x`.
  ///
  /// - Parameters:
  ///   - x: The inputs, `[..., in]`.
  ///   - weight: The weights, `[in, out]`.
  ///   - bias: The offsets, `[out]`.
  ///   - activation: The function `f`.
  /// - Returns: The results, `[..., out]`.
  /// - Precondition: The extents fit.
  public func linear(
    _ x: Variable,
    _ weight: Variable,
    bias: Variable? = nil,
    activation: Activation = .identity
  ) -> Variable {
    precondition(
      weight.shape.rank == 2 && x.shape.last == weight.shape[0] && x.shape.rank > 0,
      "\(x.shape) times weights \(weight.shape)"
    )
    let (inner, columns) = (weight.shape[0], weight.shape[1])
    precondition(bias.map { $0.shape.count == columns } ?? true, "bias of \(columns) columns")
    let rows = x.shape.rows
    let (y, value) = result(
      x.shape.replacingLast(with: columns),
      of: [x, weight] + (bias.map { [$0] } ?? [])
    )
    let source = pointer(x)
    let factors = pointer(weight)
    let offsets = bias.map(pointer)
    // What the activation was applied to, where its slope needs it.
    let before = activation == .identity ? value : scratch(rows * columns, for: y)
    workers.multiply(
      MatrixProduct(rows: rows, columns: columns, inner: inner),
      source,
      factors,
      into: before
    )
    if offsets != nil || activation != .identity {
      workers.run(over: rows, grain: Workers.lightGrain / max(columns, 1)) { range in
        let start = range.lowerBound * columns
        Kernels.biasAndActivate(
          activation,
          offsets,
          before + start,
          into: value + start,
          rows: range.count,
          columns: columns
        )
      }
    }
    onReverse(y) { tape, gradient in
      tape.withScratch(activation == .identity ? 0 : rows * columns) { slopes in
        var gradient = gradient
        if activation != .identity {
          let above = gradient
          tape.workers.run(over: rows * columns, grain: Workers.lightGrain) { range in
            let (start, count) = (range.lowerBound, range.count)
            Kernels.slope(of: activation, before + start, into: slopes + start, count)
            Kernels.multiply(
              above + start,
              slopes + start,
              into: slopes + start,
              count,
              adding: false
            )
          }
          gradient = UnsafePointer(slopes)
        }
        if let (place, adds) = tape.gradientPlace(weight) {
          tape.workers.multiply(
            MatrixProduct(
              rows: inner,
              columns: columns,
              inner: rows,
              transposesLeft: true,
              beta: adds ? 1 : 0
            ),
            source,
            gradient,
            into: place
          )
        }
        if let bias, let sums = tape.zeroedGradientPlace(bias) {
          tape.addColumnSums(gradient, to: sums, rows: rows, columns: columns)
        }
        if let (place, adds) = tape.gradientPlace(x) {
          tape.workers.multiply(
            MatrixProduct(
              rows: rows,
              columns: inner,
              inner: columns,
              transposesRight: true,
              beta: adds ? 1 : 0
            ),
            gradient,
            factors,
            into: place
          )
        }
      }
    }
    return y
  }
}
