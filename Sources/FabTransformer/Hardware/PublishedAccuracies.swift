/// The published accuracies of emulations, which are of other tasks and other networks than those that are trained here.
///
/// > Source: Perovskite computing units: visual questions on CLEVR with MDETR; RGB-T tracking on LasHeR with TBSI.
public enum PublishedAccuracies {
  /// Right answers in percent: trained, uncorrected on PCUs, fine-tuned without the bypass, and with it.
  public static let questions = (
    baseline: 99.3, uncorrected: 90.7, withoutBypass: 96.4, fineTuned: 99.2
  )
  /// Precision of tracking in percent: trained, and on PCUs.
  public static let precision = (baseline: 64.1, hardware: 62.1)
  /// Normalised precision of tracking in percent: trained, and on PCUs.
  public static let normalizedPrecision = (baseline: 60.0, hardware: 58.7)
}
