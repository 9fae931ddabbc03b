import FabNumerics

/// Circuits with a shared logarithm in single precision, a register of lanes at once; the one logarithm is in double precision.
extension SoftmaxUnit {
  func evaluate(
    _ vector: (inputs: BranchLanes, outputs: BranchLanes),
    _ inputs: UnsafeBufferPointer<Float>,
    _ outputs: UnsafeMutableBufferPointer<Float>,
    _ policy: DomainPolicy,
    _ name: OperatorName
  ) throws(CodebookError) -> Int {
    guard let source = inputs.baseAddress, let target = outputs.baseAddress else { return 0 }
    let padded = vector.inputs.paddedCount
    let rows = inputs.count / laneCount
    // Rows lie wider than lanes, so that registers end with the row. Each step is done for all rows before the next one:
    // what a row waits for from its sum overlaps with other rows.
    return try withUnsafeTemporaryAllocation(of: Float.self, capacity: rows * (2 * padded + 1)) {
      scratch throws(CodebookError) in
      guard let moved = scratch.baseAddress else { return 0 }
      let (currents, sums) = (moved + rows * padded, moved + 2 * rows * padded)
      let scale = Float(bench.slopeVoltage)
      var outside = 0
      for row in 0..<rows {
        let line = moved + row * padded
        let first = source + row * laneCount
        line.update(from: first, count: laneCount)
        (line + laneCount).update(repeating: first[0], count: padded - laneCount)
        guard let largest = Self.largest(line, padded) else {
          line.update(repeating: .nan, count: padded)
          outside += laneCount
          continue
        }
        // Lanes that fill up carry no current, and aren't outside.
        (line + laneCount).update(repeating: largest, count: padded - laneCount)
        let found = move(line, padded, from: largest, clamps: policy == .clamp)
        if found > 0, policy == .refuse {
          throw refusal((0..<laneCount).map { line[$0] }, name)
        }
        outside += found
      }
      for row in 0..<rows {
        sums[row] = vector.inputs.currents(
          moved + row * padded,
          scale: scale,
          shift: Float(biases.reference),
          into: currents
        )
      }
      for row in 0..<rows {
        let current = Double(sums[row]) * mirror * SharedLogSoftmax.reference
        // A row without a sum has no shares.
        let logarithm = current.isNaN ? .nan : try logarithm(of: current)
        sums[row] = Float(biases.reference + biases.output - logarithm)
      }
      for row in 0..<rows {
        vector.outputs.currents(
          moved + row * padded,
          scale: scale,
          shift: sums[row],
          gain: Float(gain),
          into: currents + row * padded
        )
        (target + row * laneCount).update(from: currents + row * padded, count: laneCount)
      }
      return outside
    }
  }

  /// The largest of numbers; `nil` where one isn't finite.
  private static func largest(_ numbers: UnsafePointer<Float>, _ count: Int) -> Float? {
    var largest = FloatLanes(repeating: -.infinity)
    var rest = FloatLanes(repeating: 0)
    for start in stride(from: 0, to: count, by: FloatLanes.count) {
      let x = FloatLanes(reading: numbers + start)
      largest = largest.larger(x)
      // Zero, but for numbers that aren't finite.
      rest = rest + (x - x)
    }
    return rest.sum() == 0 ? largest.largest() : nil
  }

  /// Moves inputs so that the largest lies at the upper end of the domain; returns how many lie below the lower one.
  private func move(
    _ numbers: UnsafeMutablePointer<Float>,
    _ count: Int,
    from largest: Float,
    clamps: Bool
  ) -> Int {
    let (top, low) = (SIMD16(repeating: Float(range)), SIMD16(repeating: -Float(range)))
    var outside = SIMD16<Int32>(repeating: 0)
    for start in stride(from: 0, to: count, by: FloatLanes.count) {
      var x = FloatLanes(reading: numbers + start).vector - largest + top
      let isOutside = x .< low
      outside.replace(with: outside &+ 1, where: isOutside)
      if clamps { x.replace(with: low, where: isOutside) }
      FloatLanes(x).write(to: numbers + start)
    }
    return Int(outside.wrappedSum())
  }
}
