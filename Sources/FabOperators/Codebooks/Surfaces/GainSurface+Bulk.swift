import Foundation

extension GainSurface {
  /// Evaluates many products or quotients.
  ///
  /// Pair `i` goes to unit `i % units.count`. A product with a zero is zero, without a unit. The quotient of a denominator below the domain
  /// is that of the domain's end.
  ///
  /// - Parameters:
  ///   - first: The first operands.
  ///   - second: The second operands, as many.
  ///   - outputs: What is filled, as many.
  ///   - units: The units; `nil` for the mean unit.
  ///   - policy: What to do with magnitudes outside the domain; NaN gives NaN and counts as outside.
  ///   - name: The operator, for the error.
  /// - Returns: The number of pairs of which an operand lies outside the domain.
  /// - Throws: ``CodebookError/outsideDomain(operator:count:total:firstIndex:value:domain:)`` with the policy
  ///   ``DomainPolicy/refuse``; nothing is written then.
  /// - Precondition: All are equally many; the units are of this surface.
  @discardableResult
  public func evaluate(
    _ first: UnsafeBufferPointer<Float>,
    _ second: UnsafeBufferPointer<Float>,
    into outputs: UnsafeMutableBufferPointer<Float>,
    units: DrawnUnits? = nil,
    policy: DomainPolicy,
    of name: OperatorName
  ) throws(CodebookError) -> Int {
    precondition(
      first.count == second.count && first.count == outputs.count,
      "\(first.count) and \(second.count) operands, \(outputs.count) outputs"
    )
    let componentCount = units?.componentCount ?? 0
    precondition(
      componentCount == 0 || componentCount == deviations.componentCount,
      "units of \(componentCount) components for a surface of \(deviations.componentCount)"
    )
    if policy == .refuse { try refuse(first, second, name) }
    // A rounding of the ends to single precision must not put them outside.
    let (low, high) = (Float(domain.lowerBound), Float(domain.upperBound))
    let isProduct = operation == .product
    let start = log(low)
    let perStep = Float(pointCount - 1) / (log(high) - start)
    let last = Float(pointCount - 1)
    let unitCount = units?.count ?? 1
    let extrapolates = policy == .extrapolate
    var outside = 0
    var unit = 0
    deviations.byPoint.withUnsafeBufferPointer { components in
      means.withUnsafeBufferPointer { means in
        (units?.weights ?? [])
          .withUnsafeBufferPointer { weights in
            @inline(__always) func place(_ magnitude: Float) -> (Int, Float) {
              let position = (log(max(magnitude, 1e-37)) - start) * perStep
              let inside = min(max(position, 0), last)
              let index = min(Int(inside), pointCount - 2)
              return (index, (extrapolates ? position : inside) - Float(index))
            }
            for pair in outputs.indices {
              defer { unit = unit + 1 == unitCount ? 0 : unit + 1 }
              let (x, y) = (first[pair], second[pair])
              guard x.isFinite, y.isFinite else {
                outside += 1
                outputs[pair] = isProduct ? x * y : x / y
                continue
              }
              if x == 0 || (isProduct && y == 0) {
                if !isProduct && y == 0 { outside += 1 }
                outputs[pair] = 0
                continue
              }
              let (sizeX, sizeY) = (abs(x), abs(y))
              if sizeX < low || sizeX > high || sizeY < low || sizeY > high { outside += 1 }
              let (row, t) = place(sizeX)
              let (column, u) = place(sizeY)
              let base = row * pointCount + column
              let below = base + pointCount
              let (a, b) = ((1 - t) * (1 - u), (1 - t) * u)
              let (c, d) = (t * (1 - u), t * u)
              var sum =
                a * Float(means[base]) + b * Float(means[base + 1]) + c * Float(means[below])
                + d * Float(means[below + 1])
              for component in 0..<componentCount {
                let value =
                  a * components[base * componentCount + component]
                  + b * components[(base + 1) * componentCount + component]
                  + c * components[below * componentCount + component]
                  + d * components[(below + 1) * componentCount + component]
                sum += weights[unit * componentCount + component] * value
              }
              let ideal = isProduct ? x * y : x / (sizeY < low ? (y < 0 ? -low : low) : y)
              outputs[pair] = ideal * exp(sum)
            }
          }
      }
    }
    return outside
  }

  private func refuse(
    _ first: UnsafeBufferPointer<Float>,
    _ second: UnsafeBufferPointer<Float>,
    _ name: OperatorName
  ) throws(CodebookError) {
    let (low, high) = (Float(domain.lowerBound), Float(domain.upperBound))
    func isInside(_ value: Float) -> Bool { abs(value) >= low && abs(value) <= high }
    var count = 0
    var worst: (index: Int, value: Float)?
    for index in first.indices {
      let (x, y) = (first[index], second[index])
      let isExact =
        x.isFinite && y.isFinite
        && (x == 0 ? y != 0 || operation == .product : operation == .product && y == 0)
      guard !isExact, !(isInside(x) && isInside(y)) else { continue }
      count += 1
      if worst == nil { worst = (index, isInside(x) ? y : x) }
    }
    guard let worst else { return }
    throw .outsideDomain(
      operator: name,
      count: count,
      total: first.count,
      firstIndex: worst.index,
      value: Double(worst.value),
      domain: domain
    )
  }
}
