import Foundation

extension ResponseCurve {
  /// Evaluates many inputs.
  ///
  /// Input `i` goes to unit `i % units.count`, so that rows of as many numbers as there are units, one row a token, use
  /// every unit for its own number.
  ///
  /// - Parameters:
  ///   - inputs: The inputs.
  ///   - outputs: What is filled, as many.
  ///   - units: The units; `nil` for the mean unit.
  ///   - policy: What to do with inputs outside the domain; NaN gives NaN and counts as outside.
  ///   - name: The operator, for the error.
  /// - Returns: The number of inputs outside the domain.
  /// - Throws: ``CodebookError/outsideDomain(operator:count:total:firstIndex:value:domain:)`` with the policy
  ///   ``DomainPolicy/refuse``; nothing is written then.
  /// - Precondition: There are as many outputs as inputs; the units are of this curve.
  @discardableResult
  public func evaluate(
    _ inputs: UnsafeBufferPointer<Float>,
    into outputs: UnsafeMutableBufferPointer<Float>,
    units: DrawnUnits? = nil,
    policy: DomainPolicy,
    of name: OperatorName
  ) throws(CodebookError) -> Int {
    try sweep(inputs, outputs, units, policy, name) { value, _ in value }
  }

  /// Finds the derivatives of many outputs by their inputs; as ``evaluate(_:into:units:policy:of:)``.
  @discardableResult
  public func differentiate(
    _ inputs: UnsafeBufferPointer<Float>,
    into outputs: UnsafeMutableBufferPointer<Float>,
    units: DrawnUnits? = nil,
    policy: DomainPolicy,
    of name: OperatorName
  ) throws(CodebookError) -> Int {
    try sweep(inputs, outputs, units, policy, name) { _, slope in slope }
  }

  /// Adds the scatter of readings to outputs of ``evaluate(_:into:units:policy:of:)``.
  ///
  /// - Parameters:
  ///   - inputs: The inputs.
  ///   - normals: A standard normal deviate an input.
  ///   - outputs: The outputs, changed in place.
  /// - Precondition: The three are equally many.
  public func addReadout(
    of inputs: UnsafeBufferPointer<Float>,
    normals: UnsafeBufferPointer<Float>,
    to outputs: UnsafeMutableBufferPointer<Float>
  ) {
    precondition(inputs.count == outputs.count && normals.count == inputs.count)
    for index in inputs.indices where !inputs[index].isNaN {
      let deviation = Float(readoutSpread(at: Double(inputs[index]))) * normals[index]
      outputs[index] += scale == .linear ? deviation : deviation * outputs[index]
    }
  }

  @inline(__always)
  private func sweep(
    _ inputs: UnsafeBufferPointer<Float>,
    _ outputs: UnsafeMutableBufferPointer<Float>,
    _ units: DrawnUnits?,
    _ policy: DomainPolicy,
    _ name: OperatorName,
    _ pick: (_ value: Float, _ slope: Float) -> Float
  ) throws(CodebookError) -> Int {
    precondition(inputs.count == outputs.count, "\(inputs.count) inputs, \(outputs.count) outputs")
    let componentCount = units?.componentCount ?? 0
    precondition(
      componentCount == 0 || componentCount == deviations.componentCount,
      "units of \(componentCount) components for a curve of \(deviations.componentCount)"
    )
    let low = Float(domain.lowerBound)
    let high = Float(domain.upperBound)
    if policy == .refuse {
      try refuse(inputs, low, high, name)
    }
    let perStep = Float(1 / step)
    let last = Float(means.count - 2)
    let isLogarithmic = scale == .logarithmic
    let extrapolates = policy == .extrapolate
    let unitCount = units?.count ?? 1
    var outside = 0
    var unit = 0
    knots.withUnsafeBufferPointer { knots in
      deviations.byPoint.withUnsafeBufferPointer { components in
        (units?.weights ?? [])
          .withUnsafeBufferPointer { weights in
            for place in inputs.indices {
              let input = inputs[place]
              let inside = min(max(input, low), high)
              guard input == input else {
                outside += 1
                outputs[place] = input
                unit = unit + 1 == unitCount ? 0 : unit + 1
                continue
              }
              let position = (inside - low) * perStep
              let floor = min(position, last).rounded(.down)
              let t = position - floor
              let s = 1 - t
              let index = Int(floor)
              let (y0, d0) = (knots[2 * index], knots[2 * index + 1])
              let (y1, d1) = (knots[2 * index + 2], knots[2 * index + 3])
              var value = s * s * ((1 + 2 * t) * y0 + t * d0) + t * t * ((1 + 2 * s) * y1 - s * d1)
              var slope = 6 * s * t * (y1 - y0) + s * (1 - 3 * t) * d0 + t * (1 - 3 * s) * d1
              for component in 0..<componentCount {
                let weight = weights[unit * componentCount + component]
                let one = components[index * componentCount + component]
                let next = components[(index + 1) * componentCount + component]
                value += weight * (one + t * (next - one))
                slope += weight * (next - one)
              }
              slope *= perStep
              if inside != input {
                outside += 1
                if extrapolates { value += slope * (input - inside) } else { slope = 0 }
              }
              if isLogarithmic {
                value = exp(value)
                slope *= value
              }
              outputs[place] = pick(value, slope)
              unit = unit + 1 == unitCount ? 0 : unit + 1
            }
          }
      }
    }
    return outside
  }

  private func refuse(
    _ inputs: UnsafeBufferPointer<Float>,
    _ low: Float,
    _ high: Float,
    _ name: OperatorName
  ) throws(CodebookError) {
    var count = 0
    var first: Int?
    for (index, input) in inputs.enumerated() where !(input >= low && input <= high) {
      count += 1
      if first == nil { first = index }
    }
    guard let first else { return }
    throw .outsideDomain(
      operator: name,
      count: count,
      total: inputs.count,
      firstIndex: first,
      value: Double(inputs[first]),
      domain: domain
    )
  }
}
