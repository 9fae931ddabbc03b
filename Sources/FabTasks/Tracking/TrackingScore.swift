/// How well a tracker found its target, each figure between 0 and 1.
///
/// - Precision: the share of frames whose centre error is at most a number of pixels.
/// - Normalised precision: the same with the error across divided by the true width and the error down by the true height.
///   LasHeR states its value at 0.2; TrackingNet states the area below the curve from 0 to 0.5. Both are here.
/// - Success: the mean over the thresholds 0, 0.05, ..., 1 of the share of frames whose overlap exceeds the threshold.
///
/// > Source: C. Li et al., *LasHeR*, arXiv 2104.13202, and its toolkit; M. Müller et al., *TrackingNet*, ECCV 2018,
/// > section 5.1 (normalised precision, area from 0 to 0.5).
public struct TrackingScore: Hashable, Sendable {
  /// The number of frames.
  public let frameCount: Int
  /// The precision at the protocol's number of pixels.
  public let precision: Double
  /// The normalised precision at 0.2.
  public let normalizedPrecision: Double
  /// The mean of the normalised precision over the thresholds 0, 0.01, ..., 0.5.
  public let normalizedPrecisionArea: Double
  /// The mean of the success over the thresholds 0, 0.05, ..., 1.
  public let success: Double
  /// The precision at 0, 1, ..., 50 pixels.
  public let precisionCurve: [Double]
  /// The normalised precision at 0, 0.01, ..., 0.5.
  public let normalizedPrecisionCurve: [Double]
  /// The success at 0, 0.05, ..., 1.
  public let successCurve: [Double]

  /// The pixels of ``precisionCurve``.
  public static let pixelThresholds = (0...50).map(Double.init)
  /// The thresholds of ``normalizedPrecisionCurve``.
  public static let normalizedThresholds = (0...50).map { Double($0) / 100 }
  /// The thresholds of ``successCurve``.
  public static let overlapThresholds = (0...20).map { Double($0) / 20 }
}
