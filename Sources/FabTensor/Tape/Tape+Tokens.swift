extension Tape {
  /// Returns variables one after the other along an axis.
  ///
  /// - Parameters:
  ///   - parts: The variables; all extents but that of the axis are equal.
  ///   - axis: The axis, from 0 for the outermost.
  /// - Returns: The whole.
  /// - Precondition: There is a part, and the extents fit.
  public func concatenate(_ parts: [Variable], axis: Int) -> Variable {
    guard let first = parts.first else { preconditionFailure("nothing to concatenate") }
    for part in parts {
      precondition(
        part.shape.rank == first.shape.rank
          && part.shape.replacing(axis, with: 0) == first.shape.replacing(axis, with: 0),
        "\(part.shape) after \(first.shape) along axis \(axis)"
      )
    }
    let total = parts.reduce(0) { $0 + $1.shape[axis] }
    let (y, value) = result(first.shape.replacing(axis, with: total), of: parts)
    let outer = first.shape.extents.prefix(axis).reduce(1, *)
    let inner = first.shape.extents.dropFirst(axis + 1).reduce(1, *)
    var start = 0
    var places: [(variable: Variable, start: Int, size: Int)] = []
    for part in parts {
      let size = part.shape[axis] * inner
      let source = pointer(part)
      for row in 0..<outer {
        (value + row * total * inner + start).update(from: source + row * size, count: size)
      }
      places.append((part, start, size))
      start += size
    }
    onReverse(y) { tape, gradient in
      for place in places {
        guard let (target, adds) = tape.gradientPlace(place.variable) else { continue }
        for row in 0..<outer {
          Kernels.scale(
            gradient + row * total * inner + place.start,
            by: 1,
            into: target + row * place.size,
            place.size,
            adding: adds
          )
        }
      }
    }
    return y
  }

  /// Returns a range of an axis, such as some of the tokens.
  ///
  /// - Parameters:
  ///   - x: The whole.
  ///   - axis: The axis, from 0 for the outermost.
  ///   - range: The range.
  /// - Returns: The part.
  /// - Precondition: The range lies within the axis.
  public func slice(_ x: Variable, axis: Int, _ range: Range<Int>) -> Variable {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= x.shape[axis],
      "\(range) of axis \(axis) of \(x.shape)"
    )
    let (y, value) = result(x.shape.replacing(axis, with: range.count), of: [x])
    let outer = x.shape.extents.prefix(axis).reduce(1, *)
    let inner = x.shape.extents.dropFirst(axis + 1).reduce(1, *)
    let (stride, size, start) = (
      x.shape[axis] * inner, range.count * inner, range.lowerBound * inner
    )
    let source = pointer(x)
    for row in 0..<outer {
      (value + row * size).update(from: source + row * stride + start, count: size)
    }
    onReverse(y) { tape, gradient in
      guard let place = tape.zeroedGradientPlace(x) else { return }
      for row in 0..<outer {
        Kernels.scale(
          gradient + row * size,
          by: 1,
          into: place + row * stride + start,
          size,
          adding: true
        )
      }
    }
    return y
  }

  /// Returns rows by their number: an embedding, or tokens picked from sequences.
  ///
  /// - Parameters:
  ///   - table: The rows, `[..., columns]`; leading extents count as one.
  ///   - indices: The numbers of the rows, from 0.
  ///   - shape: The leading extents of the result; nil for one.
  /// - Returns: The rows, `[shape..., columns]`.
  /// - Throws: ``TensorError/indexOutOfRange(what:position:found:count:)``.
  /// - Precondition: `shape` has as many elements as there are indices.
  public func rows(
    of table: Variable,
    _ indices: [Int],
    shape: Shape? = nil
  ) throws(TensorError) -> Variable {
    let leading = shape ?? Shape([indices.count])
    precondition(leading.count == indices.count, "\(indices.count) rows for \(leading)")
    let (count, columns) = (table.shape.rows, table.shape.last)
    for (position, index) in indices.enumerated() where index < 0 || index >= count {
      throw .indexOutOfRange(what: "row", position: position, found: index, count: count)
    }
    let (y, value) = result(Shape(leading.extents + [columns]), of: [table])
    let source = pointer(table)
    for (row, index) in indices.enumerated() {
      (value + row * columns).update(from: source + index * columns, count: columns)
    }
    onReverse(y) { tape, gradient in
      guard let place = tape.zeroedGradientPlace(table) else { return }
      for (row, index) in indices.enumerated() {
        Kernels.scale(
          gradient + row * columns,
          by: 1,
          into: place + index * columns,
          columns,
          adding: true
        )
      }
    }
    return y
  }

  /// Returns the mean over the tokens of each sequence.
  ///
  /// - Parameter x: The tokens, `[batch, tokens, channels]`.
  /// - Returns: The means, `[batch, channels]`.
  /// - Precondition: There is a token.
  public func meanOverTokens(_ x: Variable) -> Variable {
    precondition(x.shape.rank == 3 && x.shape[1] > 0, "\(x.shape) has no tokens")
    let (batch, tokens, columns) = (x.shape[0], x.shape[1], x.shape[2])
    let (y, value) = result([batch, columns], of: [x])
    let source = pointer(x)
    let share = 1 / Scalar(tokens)
    value.update(repeating: 0, count: batch * columns)
    for b in 0..<batch {
      let place = value + b * columns
      Kernels.addColumnSums(
        source + b * tokens * columns,
        to: place,
        rows: tokens,
        columns: columns
      )
      Kernels.scale(place, by: share, into: place, columns, adding: false)
    }
    onReverse(y) { tape, gradient in
      guard let (place, adds) = tape.gradientPlace(x) else { return }
      for row in 0..<(batch * tokens) {
        Kernels.scale(
          gradient + row / tokens * columns,
          by: share,
          into: place + row * columns,
          columns,
          adding: adds
        )
      }
    }
    return y
  }

  /// Returns a row repeated for each sequence of a batch, such as learned queries.
  ///
  /// - Parameters:
  ///   - x: What is repeated, any shape.
  ///   - batch: How often.
  /// - Returns: The copies, `[batch, ...]`.
  public func repeated(_ x: Variable, batch: Int) -> Variable {
    let count = x.shape.count
    let (y, value) = result(Shape([batch] + x.shape.extents), of: [x])
    let source = pointer(x)
    for b in 0..<batch { (value + b * count).update(from: source, count: count) }
    onReverse(y) { tape, gradient in
      guard let sums = tape.zeroedGradientPlace(x) else { return }
      tape.addColumnSums(gradient, to: sums, rows: batch, columns: count)
    }
    return y
  }
}
