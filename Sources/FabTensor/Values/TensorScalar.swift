public import FabNumerics

/// The numbers of tensors: `Float` for work, `Double` so that the same code can be checked by finite differences.
public protocol TensorScalar: BinaryFloatingPoint, SIMDScalar, Codable, Sendable
where Lane.Scalar == Self {
  /// A register of numbers.
  associatedtype Lane: Lanes

  /// Computes `c = alpha a b + beta c` of row-major matrices on the calling thread.
  ///
  /// - Parameters:
  ///   - product: The extents, the strides and which operand is transposed.
  ///   - a: The left matrix.
  ///   - b: The right matrix.
  ///   - c: The result; not read where `beta` is 0.
  static func multiply(
    _ product: MatrixProduct<Self>,
    _ a: UnsafePointer<Self>,
    _ b: UnsafePointer<Self>,
    into c: UnsafeMutablePointer<Self>
  )
}
