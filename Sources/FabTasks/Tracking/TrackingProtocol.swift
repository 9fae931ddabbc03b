/// How predictions are compared with the truth.
public struct TrackingProtocol: Hashable, Sendable {
  /// The centre error in pixels up to which a frame counts as found.
  public var pixels: Double
  /// Whether the first frame of a sequence, which the tracker is told, counts as found exactly.
  public var isFirstFrameGiven: Bool

  /// Creates a protocol.
  public init(pixels: Double, isFirstFrameGiven: Bool) {
    self.pixels = pixels
    self.isFirstFrameGiven = isFirstFrameGiven
  }

  /// The protocol of LasHeR: 20 pixels, the first frame given.
  ///
  /// > Source: C. Li et al., *LasHeR: a large-scale high-diversity benchmark for RGBT tracking*, arXiv 2104.13202, section
  /// > 4; `eval_tracker` and `calc_seq_err_robust` of its toolkit.
  public static let lasher = TrackingProtocol(pixels: 20, isFirstFrameGiven: true)

  /// For generated pairs: 4 pixels in a search region of 64, every pair counts.
  public static let pairs = TrackingProtocol(pixels: 4, isFirstFrameGiven: false)
}
