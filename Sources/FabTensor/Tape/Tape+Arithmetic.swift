extension Tape {
  /// Returns `a + b`.
  ///
  /// - Precondition: The shapes are equal.
  public func add(_ a: Variable, _ b: Variable) -> Variable {
    precondition(a.shape == b.shape, "\(a.shape) + \(b.shape)")
    let (y, value) = result(a.shape, of: [a, b])
    let (left, right) = (pointer(a), pointer(b))
    workers.run(over: a.shape.count, grain: Workers.lightGrain) { range in
      let start = range.lowerBound
      Kernels.add(left + start, right + start, into: value + start, range.count)
    }
    onReverse(y) { tape, gradient in
      tape.passGradient(gradient, to: a)
      tape.passGradient(gradient, to: b)
    }
    return y
  }

  /// Returns `x + row`, where the elements of `row` are repeated over the outer extents of `x`.
  ///
  /// A bias `[columns]` and a table of positions `[tokens, columns]` are such rows.
  ///
  /// - Precondition: The extents of `row` are the last ones of `x`.
  public func addBroadcast(_ x: Variable, _ row: Variable) -> Variable {
    precondition(
      Array(x.shape.extents.suffix(row.shape.rank)) == row.shape.extents,
      "\(row.shape) isn't the end of \(x.shape)"
    )
    let columns = row.shape.count
    let rows = columns == 0 ? 0 : x.shape.count / columns
    let (y, value) = result(x.shape, of: [x, row])
    let (source, added) = (pointer(x), pointer(row))
    workers.run(over: rows, grain: Workers.lightGrain / max(columns, 1)) { range in
      for r in range {
        Kernels.add(source + r * columns, added, into: value + r * columns, columns)
      }
    }
    onReverse(y) { tape, gradient in
      tape.passGradient(gradient, to: x)
      guard let sums = tape.zeroedGradientPlace(row) else { return }
      tape.addColumnSums(gradient, to: sums, rows: rows, columns: columns)
    }
    return y
  }

  /// Returns `factor x`.
  public func scale(_ x: Variable, by factor: Scalar) -> Variable {
    let (y, value) = result(x.shape, of: [x])
    let source = pointer(x)
    workers.run(over: x.shape.count, grain: Workers.lightGrain) { range in
      let start = range.lowerBound
      Kernels.scale(source + start, by: factor, into: value + start, range.count, adding: false)
    }
    onReverse(y) { tape, gradient in tape.passGradient(gradient, to: x, factor: factor) }
    return y
  }

  /// Returns the product of corresponding elements.
  ///
  /// - Precondition: The shapes are equal.
  public func multiply(_ a: Variable, _ b: Variable) -> Variable {
    precondition(a.shape == b.shape, "\(a.shape) times \(b.shape)")
    let (y, value) = result(a.shape, of: [a, b])
    let (left, right) = (pointer(a), pointer(b))
    workers.run(over: a.shape.count, grain: Workers.lightGrain) { range in
      let start = range.lowerBound
      Kernels.multiply(
        left + start,
        right + start,
        into: value + start,
        range.count,
        adding: false
      )
    }
    onReverse(y) { tape, gradient in
      tape.passGradient(gradient, to: a, times: right)
      tape.passGradient(gradient, to: b, times: left)
    }
    return y
  }

  /// Returns the mean of all elements.
  public func mean(_ x: Variable) -> Variable {
    let count = x.shape.count
    let (y, value) = result([], of: [x])
    let share = 1 / Scalar(max(count, 1))
    value[0] = Kernels.sum(pointer(x), count) * share
    onReverse(y) { tape, gradient in
      guard let (place, adds) = tape.gradientPlace(x) else { return }
      let part = gradient[0] * share
      tape.workers.run(over: count, grain: Workers.lightGrain) { range in
        Kernels.fill(place + range.lowerBound, with: part, range.count, adding: adds)
      }
    }
    return y
  }

  /// Returns the sum of numbers with weights, such as the parts of a loss.
  ///
  /// - Precondition: Every term has one element.
  public func weightedSum(_ terms: [(variable: Variable, weight: Scalar)]) -> Variable {
    let (y, value) = result([], of: terms.map(\.variable))
    value[0] = terms.reduce(0) { $0 + $1.weight * scalar($1.variable) }
    onReverse(y) { tape, gradient in
      for term in terms {
        guard let (place, adds) = tape.gradientPlace(term.variable) else { continue }
        let part = gradient[0] * term.weight
        place[0] = adds ? place[0] + part : part
      }
    }
    return y
  }

  /// Returns `a + factor b`, the factor a variable of one element.
  ///
  /// - Precondition: The shapes are equal, and `factor` has one element.
  public func addScaled(_ a: Variable, _ b: Variable, factor: Variable) -> Variable {
    precondition(a.shape == b.shape && factor.shape.count == 1, "\(a.shape) and \(b.shape)")
    let (y, value) = result(a.shape, of: [a, b, factor])
    let (left, right, scale) = (pointer(a), pointer(b), pointer(factor)[0])
    workers.run(over: a.shape.count, grain: Workers.lightGrain) { range in
      let start = range.lowerBound
      (value + start).update(from: left + start, count: range.count)
      Kernels.scale(right + start, by: scale, into: value + start, range.count, adding: true)
    }
    onReverse(y) { tape, gradient in
      tape.passGradient(gradient, to: a)
      tape.passGradient(gradient, to: b, factor: scale)
      guard let place = tape.zeroedGradientPlace(factor) else { return }
      tape.sumParts(of: 1, into: place, rows: b.shape.count, columns: 1) { range, part in
        let start = range.lowerBound
        part[0] += Kernels.dot(gradient + start, right + start, range.count)
      }
    }
    return y
  }

  /// Writes or adds a gradient, times a factor, to that of a variable.
  func passGradient(
    _ gradient: UnsafePointer<Scalar>,
    to variable: Variable,
    factor: Scalar = 1
  ) {
    guard let (place, adds) = gradientPlace(variable) else { return }
    workers.run(over: variable.shape.count, grain: Workers.lightGrain) { range in
      let start = range.lowerBound
      Kernels.scale(
        gradient + start,
        by: factor,
        into: place + start,
        range.count,
        adding: adds
      )
    }
  }

  /// Writes or adds a gradient, element by element times other numbers, to that of a variable.
  func passGradient(
    _ gradient: UnsafePointer<Scalar>,
    to variable: Variable,
    times numbers: UnsafePointer<Scalar>
  ) {
    guard let (place, adds) = gradientPlace(variable) else { return }
    workers.run(over: variable.shape.count, grain: Workers.lightGrain) { range in
      let start = range.lowerBound
      Kernels.multiply(
        gradient + start,
        numbers + start,
        into: place + start,
        range.count,
        adding: adds
      )
    }
  }

  /// Adds the sums of columns, in parts whose number depends on the size alone.
  func addColumnSums(
    _ x: UnsafePointer<Scalar>,
    to sums: UnsafeMutablePointer<Scalar>,
    rows: Int,
    columns: Int
  ) {
    sumParts(of: columns, into: sums, rows: rows, columns: columns) { range, part in
      Kernels.addColumnSums(
        x + range.lowerBound * columns,
        to: part,
        rows: range.count,
        columns: columns
      )
    }
  }

  /// Adds to `sums` what `body` adds to zeroed parts, one a range of rows, in the order of the ranges.
  func sumParts(
    of count: Int,
    into sums: UnsafeMutablePointer<Scalar>,
    rows: Int,
    columns: Int,
    _ body: (Range<Int>, UnsafeMutablePointer<Scalar>) -> Void
  ) {
    let grain = max(1, Workers.lightGrain / max(columns, 1))
    let parts = (rows + grain - 1) / grain
    guard parts > 1 else { return body(0..<rows, sums) }
    withScratch(parts * count) { memory in
      workers.run(over: rows, grain: grain) { range in
        let part = memory + range.lowerBound / grain * count
        part.update(repeating: 0, count: count)
        body(range, part)
      }
      for part in 0..<parts {
        Kernels.scale(memory + part * count, by: 1, into: sums, count, adding: true)
      }
    }
  }
}
