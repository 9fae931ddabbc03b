extension Tape {
  /// Returns rows normalised to mean 0 and deviation 1, times `scale` plus `shift`.
  ///
  /// - Parameters:
  ///   - x: The rows, `[..., columns]`.
  ///   - scale: The factors, `[columns]`.
  ///   - shift: The offsets, `[columns]`.
  ///   - epsilon: What is added to the variance.
  /// - Returns: The results, with the shape of `x`.
  /// - Precondition: The extents fit.
  ///
  /// > Source: J. L. Ba, J. R. Kiros, G. E. Hinton, *Layer normalization*, 2016, arXiv 1607.06450.
  public func layerNorm(
    _ x: Variable,
    scale: Variable,
    shift: Variable,
    epsilon: Scalar = 1e-5
  ) -> Variable {
    let (rows, columns) = (x.shape.rows, x.shape.last)
    precondition(
      scale.shape.count == columns && shift.shape.count == columns && columns > 0,
      "\(x.shape) with factors \(scale.shape)"
    )
    let (y, value) = result(x.shape, of: [x, scale, shift])
    let statistics = scratch(2 * rows, for: y)
    let (source, factors, offsets) = (pointer(x), pointer(scale), pointer(shift))
    workers.run(over: rows, grain: Workers.lightGrain / columns) { range in
      Kernels.layerNorm(
        source,
        scale: factors,
        shift: offsets,
        into: value,
        statistics: statistics,
        rows: range,
        columns: columns,
        epsilon: epsilon
      )
    }
    onReverse(y) { tape, gradient in
      let place = tape.gradientPlace(x)
      tape.withScratch(2 * columns) { sums in
        sums.update(repeating: 0, count: 2 * columns)
        tape.sumParts(of: 2 * columns, into: sums, rows: rows, columns: columns) { range, part in
          Kernels.layerNormGradient(
            source,
            gradient,
            scale: factors,
            statistics: statistics,
            dx: place?.pointer,
            adding: place?.adds ?? false,
            scaleGradient: part,
            shiftGradient: part + columns,
            rows: range,
            columns: columns
          )
        }
        tape.passGradient(sums, to: scale)
        tape.passGradient(sums + columns, to: shift)
      }
    }
    return y
  }

  /// Returns channels normalised over all rows, times `scale` plus `shift`.
  ///
  /// In training and recalibration the statistics are those of the rows, and move the running ones; in inference the
  /// running ones are used.
  ///
  /// - Parameters:
  ///   - x: The rows, `[..., channels]`.
  ///   - scale: The factors, `[channels]`.
  ///   - shift: The offsets, `[channels]`.
  ///   - running: The running statistics.
  ///   - layer: The name for messages.
  /// - Returns: The results, with the shape of `x`.
  /// - Throws: ``TensorError/constantChannel(layer:channel:rows:value:)`` in training and recalibration.
  /// - Precondition: The extents fit.
  ///
  /// > Source: S. Ioffe, C. Szegedy, *Batch normalization*, ICML 2015, algorithm 1, arXiv 1502.03167.
  public func batchNorm(
    _ x: Variable,
    scale: Variable,
    shift: Variable,
    running: RunningStatistics<Scalar>,
    layer: String
  ) throws(TensorError) -> Variable {
    let (rows, columns) = (x.shape.rows, x.shape.last)
    precondition(
      scale.shape.count == columns && shift.shape.count == columns
        && running.mean.shape.count == columns,
      "\(x.shape) with factors \(scale.shape)"
    )
    let (y, value) = result(x.shape, of: [x, scale, shift])
    let statistics = scratch(2 * columns, for: y)
    let (means, factors) = (statistics, statistics + columns)
    let source = pointer(x)
    let usesBatch = mode != .inference
    if usesBatch {
      measure(source, rows: rows, columns: columns, means: means, variances: factors)
      if let channel = constantChannel(source, rows: rows, columns: columns, means, factors) {
        throw .constantChannel(
          layer: layer,
          channel: channel,
          rows: rows,
          value: rows > 0 ? Double(source[channel]) : 0
        )
      }
      running.move(in: parameters, means, factors, rows: rows, mode: mode)
    } else {
      means.update(from: parameters.valuePointer(running.mean), count: columns)
      factors.update(from: parameters.valuePointer(running.variance), count: columns)
    }
    for column in 0..<columns {
      factors[column] = 1 / (factors[column] + running.epsilon).squareRoot()
    }
    let (scales, shifts) = (pointer(scale), pointer(shift))
    let grain = Workers.lightGrain / max(columns, 1)
    workers.run(over: rows, grain: grain) { range in
      let start = range.lowerBound * columns
      Kernels.normalizeColumns(
        source + start,
        means: means,
        factors: factors,
        scale: scales,
        shift: shifts,
        into: value + start,
        rows: range.count,
        columns: columns
      )
    }
    onReverse(y) { tape, gradient in
      tape.withScratch(2 * columns) { sums in
        sums.update(repeating: 0, count: 2 * columns)
        tape.sumParts(of: 2 * columns, into: sums, rows: rows, columns: columns) { range, part in
          let start = range.lowerBound * columns
          Kernels.addColumnProducts(
            source + start,
            gradient + start,
            means: means,
            factors: factors,
            sums: part,
            products: part + columns,
            rows: range.count,
            columns: columns
          )
        }
        tape.passGradient(sums, to: shift)
        tape.passGradient(sums + columns, to: scale)
        guard let (place, adds) = tape.gradientPlace(x) else { return }
        // Running statistics don't depend on the rows.
        let share = usesBatch ? 1 / Scalar(rows) : 0
        Kernels.scale(sums, by: share, into: sums, 2 * columns, adding: false)
        tape.workers.run(over: rows, grain: grain) { range in
          let start = range.lowerBound * columns
          Kernels.columnGradient(
            source + start,
            gradient + start,
            means: means,
            factors: factors,
            scale: scales,
            gradientMeans: sums,
            productMeans: sums + columns,
            dx: place + start,
            adding: adds,
            rows: range.count,
            columns: columns
          )
        }
      }
    }
    return y
  }

  /// Writes means and variances of columns.
  private func measure(
    _ x: UnsafePointer<Scalar>,
    rows: Int,
    columns: Int,
    means: UnsafeMutablePointer<Scalar>,
    variances: UnsafeMutablePointer<Scalar>
  ) {
    let share = 1 / Scalar(max(rows, 1))
    means.update(repeating: 0, count: columns)
    addColumnSums(x, to: means, rows: rows, columns: columns)
    Kernels.scale(means, by: share, into: means, columns, adding: false)
    variances.update(repeating: 0, count: columns)
    sumParts(of: columns, into: variances, rows: rows, columns: columns) { range, part in
      Kernels.addColumnDeviations(
        x + range.lowerBound * columns,
        means: means,
        to: part,
        rows: range.count,
        columns: columns
      )
    }
    Kernels.scale(variances, by: share, into: variances, columns, adding: false)
  }

  /// The first channel of equal numbers; only those whose variance may be rounding are looked through.
  private func constantChannel(
    _ x: UnsafePointer<Scalar>,
    rows: Int,
    columns: Int,
    _ means: UnsafePointer<Scalar>,
    _ variances: UnsafePointer<Scalar>
  ) -> Int? {
    let rounding = 64 * Scalar.ulpOfOne * Scalar(rows).squareRoot()
    for column in 0..<columns {
      let suspect = rounding * means[column]
      guard variances[column] <= suspect * suspect else { continue }
      if Kernels.isConstant(x, column: column, rows: rows, columns: columns) { return column }
    }
    return nil
  }
}
