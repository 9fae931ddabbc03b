/// As many numbers as one vector register takes at once, for kernels written once for `Float` and `Double`.
///
/// Members are small and inlinable, so that a kernel specialised for one scalar runs on registers.
public protocol Lanes<Scalar>: Sendable {
  /// The type of one lane.
  associatedtype Scalar: BinaryFloatingPoint & SIMDScalar & Sendable

  /// The number of lanes.
  static var count: Int { get }

  /// Fills all lanes with a number.
  init(repeating value: Scalar)

  /// Reads ``count`` numbers from a place that needs no alignment.
  init(reading place: UnsafePointer<Scalar>)

  /// Writes ``count`` numbers to a place that needs no alignment.
  func write(to place: UnsafeMutablePointer<Scalar>)

  /// Adds lane by lane.
  static func + (left: Self, right: Self) -> Self
  /// Subtracts lane by lane.
  static func - (left: Self, right: Self) -> Self
  /// Multiplies lane by lane.
  static func * (left: Self, right: Self) -> Self
  /// Divides lane by lane.
  static func / (left: Self, right: Self) -> Self

  /// Returns `self + left * right`, rounded once.
  func addingProduct(_ left: Self, _ right: Self) -> Self

  /// Returns the larger number of each lane; where one is NaN, NaN.
  func larger(_ other: Self) -> Self

  /// Returns the smaller number of each lane; where one is NaN, NaN.
  func smaller(_ other: Self) -> Self

  /// Returns 1 in each lane above zero, else 0.
  func isPositive() -> Self

  /// Returns the magnitudes.
  func magnitude() -> Self

  /// Returns the square roots.
  func squareRoot() -> Self

  /// Returns the exponentials.
  func exponential() -> Self

  /// Returns the natural logarithms of numbers in 1...2.
  func logarithmOfOneToTwo() -> Self

  /// Returns the error function.
  func errorFunction() -> Self

  /// Returns the sum of the lanes, pairs first.
  func sum() -> Scalar

  /// Returns the largest lane.
  func largest() -> Scalar
}

extension Lanes {
  /// Reads `number` numbers, fewer than ``count``; the other lanes are `filler`.
  @inlinable @inline(__always)
  public init(reading place: UnsafePointer<Scalar>, number: Int, filler: Scalar) {
    self = withUnsafeTemporaryAllocation(of: Scalar.self, capacity: Self.count) { buffer in
      buffer.initialize(repeating: filler)
      guard let base = buffer.baseAddress else { return Self(repeating: filler) }
      for index in 0..<number { base[index] = place[index] }
      return Self(reading: base)
    }
  }

  /// Writes the first `number` lanes, fewer than ``count``.
  @inlinable @inline(__always)
  public func write(to place: UnsafeMutablePointer<Scalar>, number: Int) {
    withUnsafeTemporaryAllocation(of: Scalar.self, capacity: Self.count) { buffer in
      guard let base = buffer.baseAddress else { return }
      write(to: base)
      for index in 0..<number { place[index] = base[index] }
    }
  }
}
