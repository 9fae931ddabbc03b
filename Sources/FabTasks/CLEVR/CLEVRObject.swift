/// An object of a scene of CLEVR.
public struct CLEVRObject: Hashable, Sendable {
  /// The word of each attribute: `size`, `color`, `material`, `shape`.
  public let words: [String: String]
  /// Where it is in the picture: across and down in pixels, then the distance from the camera.
  public let pixels: SIMD3<Double>
}
