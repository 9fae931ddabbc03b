import FabNumerics

extension Kernels {
  /// Writes `f(x)`.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func activate<S: TensorScalar>(
    _ activation: Activation,
    _ x: UnsafePointer<S>,
    into y: UnsafeMutablePointer<S>,
    _ count: Int
  ) {
    switch activation {
    case .identity: if x != UnsafePointer(y) { y.update(from: x, count: count) }
    case .relu: S.sweep(count) { i, n in S.write(relu(S.read(x + i, n)), y + i, n) }
    case .gelu: S.sweep(count) { i, n in S.write(gelu(S.read(x + i, n)), y + i, n) }
    case .softplus: S.sweep(count) { i, n in S.write(softplus(S.read(x + i, n)), y + i, n) }
    case .sigmoid: S.sweep(count) { i, n in S.write(sigmoid(S.read(x + i, n)), y + i, n) }
    case .tanh: S.sweep(count) { i, n in S.write(tanh(S.read(x + i, n)), y + i, n) }
    }
  }

  /// Writes `f'(x)`.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func slope<S: TensorScalar>(
    of activation: Activation,
    _ x: UnsafePointer<S>,
    into y: UnsafeMutablePointer<S>,
    _ count: Int
  ) {
    let one = S.Lane(repeating: 1)
    switch activation {
    case .identity: y.update(repeating: 1, count: count)
    case .relu: S.sweep(count) { i, n in S.write(S.read(x + i, n).isPositive(), y + i, n) }
    case .gelu: S.sweep(count) { i, n in S.write(geluSlope(S.read(x + i, n)), y + i, n) }
    case .softplus: S.sweep(count) { i, n in S.write(sigmoid(S.read(x + i, n)), y + i, n) }
    case .sigmoid:
      S.sweep(count) { i, n in
        let s = sigmoid(S.read(x + i, n))
        S.write(s * (one - s), y + i, n)
      }
    case .tanh:
      S.sweep(count) { i, n in
        let t = tanh(S.read(x + i, n))
        S.write(one - t * t, y + i, n)
      }
    }
  }

  /// Adds a row to each of several rows, then applies an activation; what it was applied to goes to `y`.
  @_specialize(where S == Float)
  @_specialize(where S == Double)
  static func biasAndActivate<S: TensorScalar>(
    _ activation: Activation,
    _ bias: UnsafePointer<S>?,
    _ y: UnsafeMutablePointer<S>,
    into z: UnsafeMutablePointer<S>,
    rows: Int,
    columns: Int
  ) {
    for r in 0..<rows {
      let from = y + r * columns
      if let bias {
        S.sweep(columns) { i, n in
          S.write(S.read(from + i, n) + S.read(bias + i, n), from + i, n)
        }
      }
      activate(activation, from, into: z + r * columns, columns)
    }
  }

  @inline(__always)
  private static func relu<L: Lanes>(_ x: L) -> L { x.larger(L(repeating: 0)) }

  @inline(__always)
  private static func sigmoid<L: Lanes>(_ x: L) -> L {
    let one = L(repeating: 1)
    return one / (one + (L(repeating: 0) - x).exponential())
  }

  @inline(__always)
  private static func tanh<L: Lanes>(_ x: L) -> L {
    L(repeating: 2) * sigmoid(x + x) - L(repeating: 1)
  }

  /// `max(x, 0) + ln(1 + exp(-|x|))`, with what the sum `1 + exp` lost by rounding.
  @inline(__always)
  private static func softplus<L: Lanes>(_ x: L) -> L {
    let one = L(repeating: 1)
    let e = (L(repeating: 0) - x.magnitude()).exponential()
    let w = one + e
    let lost = (e - (w - one)) / w
    return x.larger(L(repeating: 0)) + (w.logarithmOfOneToTwo() + lost)
  }

  /// `x Φ(x)`, Φ the normal distribution.
  @inline(__always)
  private static func gelu<L: Lanes>(_ x: L) -> L {
    x * normalDistribution(x)
  }

  @inline(__always)
  private static func geluSlope<L: Lanes>(_ x: L) -> L {
    let density = (x * x * L(repeating: -0.5)).exponential() * L(repeating: 0.398942280401432678)
    return normalDistribution(x).addingProduct(x, density)
  }

  @inline(__always)
  private static func normalDistribution<L: Lanes>(_ x: L) -> L {
    let half = L(repeating: 0.5)
    return half.addingProduct(half, (x * L(repeating: 0.707106781186547524)).errorFunction())
  }
}
