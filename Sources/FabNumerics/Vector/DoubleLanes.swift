import Foundation

/// Four numbers of double precision.
public struct DoubleLanes: Lanes, Hashable {
  /// The numbers.
  public var vector: SIMD4<Double>

  /// Wraps four numbers.
  @inlinable @inline(__always)
  public init(_ vector: SIMD4<Double>) { self.vector = vector }

  /// The number of lanes.
  @inlinable public static var count: Int { 4 }

  /// Fills all lanes with a number.
  @inlinable @inline(__always)
  public init(repeating value: Double) { vector = SIMD4(repeating: value) }

  /// Reads four numbers from a place that needs no alignment.
  @inlinable @inline(__always)
  public init(reading place: UnsafePointer<Double>) {
    vector = UnsafeRawPointer(place).loadUnaligned(as: SIMD4<Double>.self)
  }

  /// Writes four numbers to a place that needs no alignment.
  @inlinable @inline(__always)
  public func write(to place: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(place).storeBytes(of: vector, as: SIMD4<Double>.self)
  }

  /// Adds lane by lane.
  @inlinable @inline(__always)
  public static func + (left: Self, right: Self) -> Self { Self(left.vector + right.vector) }

  /// Subtracts lane by lane.
  @inlinable @inline(__always)
  public static func - (left: Self, right: Self) -> Self { Self(left.vector - right.vector) }

  /// Multiplies lane by lane.
  @inlinable @inline(__always)
  public static func * (left: Self, right: Self) -> Self { Self(left.vector * right.vector) }

  /// Divides lane by lane.
  @inlinable @inline(__always)
  public static func / (left: Self, right: Self) -> Self { Self(left.vector / right.vector) }

  /// Returns `self + left * right`, rounded once.
  @inlinable @inline(__always)
  public func addingProduct(_ left: Self, _ right: Self) -> Self {
    Self(vector.addingProduct(left.vector, right.vector))
  }

  /// Returns the larger number of each lane; where one is NaN, NaN.
  @inlinable @inline(__always)
  public func larger(_ other: Self) -> Self {
    let takesOther = (other.vector .> vector) .| (other.vector .!= other.vector)
    return Self(vector.replacing(with: other.vector, where: takesOther))
  }

  /// Returns the smaller number of each lane; where one is NaN, NaN.
  @inlinable @inline(__always)
  public func smaller(_ other: Self) -> Self {
    let takesOther = (other.vector .< vector) .| (other.vector .!= other.vector)
    return Self(vector.replacing(with: other.vector, where: takesOther))
  }

  /// Returns 1 in each lane above zero, else 0.
  @inlinable @inline(__always)
  public func isPositive() -> Self {
    Self(SIMD4(repeating: 0).replacing(with: 1, where: vector .> 0))
  }

  /// Returns the magnitudes.
  @inlinable @inline(__always)
  public func magnitude() -> Self {
    Self(vector.replacing(with: -vector, where: vector .< 0))
  }

  /// Returns the square roots.
  @inlinable @inline(__always)
  public func squareRoot() -> Self { Self(vector.squareRoot()) }

  /// Returns the exponentials.
  @inlinable @inline(__always)
  public func exponential() -> Self { Self(VectorMath.exp(vector)) }

  /// Returns the natural logarithms of numbers in 1...2.
  @inlinable @inline(__always)
  public func logarithmOfOneToTwo() -> Self { Self(VectorMath.log(vector)) }

  /// Returns the error function, of the machine's mathematics library.
  public func errorFunction() -> Self {
    Self(SIMD4(erf(vector[0]), erf(vector[1]), erf(vector[2]), erf(vector[3])))
  }

  /// Returns the sum of the lanes, pairs first.
  @inlinable @inline(__always)
  public func sum() -> Double {
    let two = vector.lowHalf + vector.highHalf
    return two[0] + two[1]
  }

  /// Returns the largest lane.
  @inlinable @inline(__always)
  public func largest() -> Double { vector.max() }
}
