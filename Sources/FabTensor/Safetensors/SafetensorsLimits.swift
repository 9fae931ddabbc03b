/// How much of a safetensors file is read before it's taken for a bomb.
public struct SafetensorsLimits: Hashable, Sendable {
  /// The most bytes of the header.
  public var headerBytes: Int
  /// The most tensors.
  public var tensorCount: Int
  /// Whether tensors may hold NaN and infinities.
  public var allowsNotFinite: Bool

  /// Creates limits; the header's is that of the reference implementation.
  ///
  /// - Parameters:
  ///   - headerBytes: The most bytes of the header.
  ///   - tensorCount: The most tensors.
  ///   - allowsNotFinite: Whether tensors may hold NaN and infinities.
  public init(
    headerBytes: Int = 100_000_000,
    tensorCount: Int = 100_000,
    allowsNotFinite: Bool = false
  ) {
    self.headerBytes = headerBytes
    self.tensorCount = tensorCount
    self.allowsNotFinite = allowsNotFinite
  }
}
