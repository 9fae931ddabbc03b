import FabNumerics

extension Kernels {
  /// The numbers of one step of ``AdamW``.
  struct AdamFactors<Scalar> {
    /// What gradients are multiplied by: clipping.
    var gradient: Scalar
    /// `1 - rate decay`.
    var keep: Scalar
    var beta1: Scalar
    var beta2: Scalar
    /// `rate / (1 - beta1^t)`.
    var rate: Scalar
    /// `1 / sqrt(1 - beta2^t)`.
    var correction: Scalar
    var epsilon: Scalar
  }

  /// Moves parameters and moments by one step.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func adam<S: TensorScalar>(
    _ value: UnsafeMutablePointer<S>,
    gradient: UnsafePointer<S>,
    first: UnsafeMutablePointer<S>,
    second: UnsafeMutablePointer<S>,
    _ count: Int,
    _ factors: AdamFactors<S>
  ) {
    let clip = S.Lane(repeating: factors.gradient)
    let keep = S.Lane(repeating: factors.keep)
    let (beta1, rest1) = (S.Lane(repeating: factors.beta1), S.Lane(repeating: 1 - factors.beta1))
    let (beta2, rest2) = (S.Lane(repeating: factors.beta2), S.Lane(repeating: 1 - factors.beta2))
    let rate = S.Lane(repeating: -factors.rate)
    let correction = S.Lane(repeating: factors.correction)
    let epsilon = S.Lane(repeating: factors.epsilon)
    S.sweep(count) { i, n in
      let g = S.read(gradient + i, n) * clip
      let m = (S.read(first + i, n) * beta1).addingProduct(g, rest1)
      let v = (S.read(second + i, n) * beta2).addingProduct(g * g, rest2)
      let divisor = epsilon.addingProduct(v.squareRoot(), correction)
      let moved = (S.read(value + i, n) * keep).addingProduct(rate, m / divisor)
      S.write(m, first + i, n)
      S.write(v, second + i, n)
      S.write(moved, value + i, n)
    }
  }
}
