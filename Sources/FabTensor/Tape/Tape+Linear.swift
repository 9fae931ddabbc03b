extension Tape {
  /// Returns `f(x w + b)`, one matrix product over all rows of `x`.
  ///
  /// - Parameters:
  ///   - x: The inputs, `[..., in]`.
  ///   - weight: The weights, `[in, out]`.
  ///   - bias: The offsets, `[out]`.
  ///   - activation: The function `f`.
  ///   - reading: What becomes of `x w` before the bias; the gradient passes straight through. Its inputs and outputs may be the
  ///     same memory.
  ///   - replacement: What is computed in place of `f`; its inputs and outputs may be the same memory.
  /// - Returns: The results, `[..., out]`.
  /// - Precondition: The extents fit.
  public func linear(
    _ x: Variable,
    _ weight: Variable,
    bias: Variable? = nil,
    activation: Activation = .identity,
    reading: BulkFunction<Scalar>? = nil,
    replacement: ElementwiseFunction<Scalar>? = nil
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
    let slope: Slope =
      if let replacement {
        replacement.slope.map(Slope.function) ?? .one
      } else {
        activation == .identity ? .one : .activation(activation)
      }
    // What the function was applied to, where its slope needs it.
    let before = slope.isOne || !needsGradient(y) ? value : scratch(rows * columns, for: y)
    workers.multiply(
      MatrixProduct(rows: rows, columns: columns, inner: inner),
      source,
      factors,
      into: before
    )
    if offsets != nil || activation != .identity || reading != nil || replacement != nil {
      workers.run(over: rows, grain: Workers.lightGrain / max(columns, 1)) { range in
        // A few rows at a time stay in the cache from one function to the next.
        let chunk = max(1, Self.cachedCount / max(columns, 1))
        for first in stride(from: range.lowerBound, to: range.upperBound, by: chunk) {
          let number = min(chunk, range.upperBound - first)
          let start = first * columns
          let products = UnsafeMutableBufferPointer(start: before + start, count: number * columns)
          reading?(UnsafeBufferPointer(products), products, start)
          Kernels.biasAndActivate(
            replacement == nil ? activation : .identity,
            offsets,
            before + start,
            into: (replacement == nil ? value : before) + start,
            rows: number,
            columns: columns
          )
          replacement?
            .forward(
              UnsafeBufferPointer(products),
              UnsafeMutableBufferPointer(start: value + start, count: number * columns),
              start
            )
        }
      }
    }
    onReverse(y) { tape, gradient in
      tape.withScratch(slope.isOne ? 0 : rows * columns) { slopes in
        var gradient = gradient
        if !slope.isOne {
          let above = gradient
          tape.workers.run(over: rows * columns, grain: Workers.lightGrain) { range in
            let (start, count) = (range.lowerBound, range.count)
            slope.write(before + start, into: slopes + start, count, from: start)
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

  /// Numbers of rows that functions are applied to in turn [ours]: 16 kB.
  private static var cachedCount: Int { 4096 }

  /// The slope of the function after a linear layer.
  private enum Slope: Sendable {
    case one
    case activation(Activation)
    case function(BulkFunction<Scalar>)

    var isOne: Bool { if case .one = self { true } else { false } }

    /// Writes the slopes at numbers, the first of which has a position in its tensor.
    func write(
      _ x: UnsafePointer<Scalar>,
      into slopes: UnsafeMutablePointer<Scalar>,
      _ count: Int,
      from start: Int
    ) {
      switch self {
      case .one: slopes.update(repeating: 1, count: count)
      case .activation(let activation): Kernels.slope(of: activation, x, into: slopes, count)
      case .function(let function):
        function(
          UnsafeBufferPointer(start: x, count: count),
          UnsafeMutableBufferPointer(start: slopes, count: count),
          start
        )
      }
    }
  }
}
