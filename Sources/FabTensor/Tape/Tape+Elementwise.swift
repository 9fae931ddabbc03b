extension Tape {
  /// Applies an activation to each number.
  public func activate(_ x: Variable, _ activation: Activation) -> Variable {
    elementwise(
      x,
      forward: { input, output, _ in activation.evaluate(input, into: output) },
      slope: { input, output, _ in activation.differentiate(input, into: output) }
    )
  }

  /// Applies functions of the caller, one for the values and one for the gradient.
  ///
  /// With the values of a measured function and the slope of the ideal one this is
  /// `y = measured(x) + f(x) - stopGradient(f(x))`; without a slope the gradient passes straight through. Parts of the
  /// tensor are handed over on several threads; the position of the first number lets noise depend on the place alone.
  ///
  /// - Parameters:
  ///   - x: The inputs.
  ///   - forward: Writes the values.
  ///   - slope: Writes the derivatives; nil for 1.
  /// - Returns: The results, with the shape of `x`.
  public func elementwise(
    _ x: Variable,
    forward: BulkFunction<Scalar>,
    slope: BulkFunction<Scalar>? = nil
  ) -> Variable {
    let count = x.shape.count
    let (y, value) = result(x.shape, of: [x])
    let source = pointer(x)
    workers.run(over: count, grain: Workers.lightGrain) { range in
      forward(
        UnsafeBufferPointer(start: source + range.lowerBound, count: range.count),
        UnsafeMutableBufferPointer(start: value + range.lowerBound, count: range.count),
        range.lowerBound
      )
    }
    onReverse(y) { tape, gradient in
      guard let slope else { return tape.passGradient(gradient, to: x) }
      tape.withScratch(count) { slopes in
        tape.workers.run(over: count, grain: Workers.lightGrain) { range in
          slope(
            UnsafeBufferPointer(start: source + range.lowerBound, count: range.count),
            UnsafeMutableBufferPointer(start: slopes + range.lowerBound, count: range.count),
            range.lowerBound
          )
        }
        tape.passGradient(gradient, to: x, times: slopes)
      }
    }
    return y
  }

  /// Applies a function that stands for an ideal one.
  public func elementwise(_ x: Variable, _ function: ElementwiseFunction<Scalar>) -> Variable {
    elementwise(x, forward: function.forward, slope: function.slope)
  }

  /// Applies an operation of the caller.
  ///
  /// - Parameters:
  ///   - inputs: The inputs.
  ///   - shape: The extents of the result.
  ///   - forward: Writes the result from the inputs.
  ///   - reverse: Adds to the gradients of the inputs, nil for those that need none, from ``CustomReverse``.
  /// - Returns: The result.
  public func custom(
    _ inputs: [Variable],
    shape: Shape,
    forward: (
      _ inputs: [UnsafeBufferPointer<Scalar>], _ output: UnsafeMutableBufferPointer<Scalar>
    ) -> Void,
    reverse: @escaping (CustomReverse<Scalar>) -> Void
  ) -> Variable {
    let (y, value) = result(shape, of: inputs)
    let sources = inputs.map { UnsafeBufferPointer(start: pointer($0), count: $0.shape.count) }
    forward(sources, UnsafeMutableBufferPointer(start: value, count: shape.count))
    onReverse(y) { tape, gradient in
      let places = inputs.map { input in
        tape.zeroedGradientPlace(input)
          .map { UnsafeMutableBufferPointer(start: $0, count: input.shape.count) }
      }
      reverse(
        CustomReverse(
          inputs: sources,
          output: UnsafeBufferPointer(start: value, count: shape.count),
          gradient: UnsafeBufferPointer(start: gradient, count: shape.count),
          inputGradients: places
        )
      )
    }
    return y
  }
}
