extension NormalPool {
  /// Lets readings scatter by a share of each; the buffers may be the same memory.
  ///
  /// - Parameters:
  ///   - input: What is read.
  ///   - spread: The standard deviation of a reading as a share of it.
  ///   - output: What is filled with readings, as many.
  ///   - start: The position of the first deviate.
  public func scatter(
    _ input: UnsafeBufferPointer<Float>,
    by spread: Float,
    into output: UnsafeMutableBufferPointer<Float>,
    from start: Int
  ) {
    guard let source = input.baseAddress, let target = output.baseAddress else { return }
    forEachRun(input.count, from: start) { place, pool, sign, size in
      let (from, to) = (source + place, target + place)
      let share = sign * spread
      let shares = FloatLanes(repeating: share)
      var index = 0
      while index + FloatLanes.count <= size {
        let x = FloatLanes(reading: from + index)
        x.addingProduct(x, shares * FloatLanes(reading: pool + index)).write(to: to + index)
        index += FloatLanes.count
      }
      while index < size {
        let x = from[index]
        to[index] = x.addingProduct(x, share * pool[index])
        index += 1
      }
    }
  }

  /// Adds scatter of given variances to numbers.
  ///
  /// - Parameters:
  ///   - variances: The variances.
  ///   - numbers: What is added to, as many.
  ///   - count: How many.
  ///   - start: The position of the first deviate.
  public func addScatter(
    variances: UnsafePointer<Float>,
    to numbers: UnsafeMutablePointer<Float>,
    _ count: Int,
    from start: Int
  ) {
    forEachRun(count, from: start) { place, pool, sign, size in
      let (from, to) = (variances + place, numbers + place)
      for index in 0..<size {
        to[index] = to[index].addingProduct(from[index].squareRoot(), sign * pool[index])
      }
    }
  }
}
