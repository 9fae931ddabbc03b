/// Corrections of a crystal monitor from films whose thickness was measured otherwise.
///
/// > Source: Inficon, *SQC-310 operating manual*, sections on tooling and on density.
public enum MonitorCorrection {
  /// Returns the tooling factor in per cent that would have indicated the measured thickness.
  ///
  /// - Parameters:
  ///   - old: The tooling factor during the runs, in per cent.
  ///   - indicated: What the monitor indicated of each run.
  ///   - measured: What was measured of each, in the same unit; three runs or more average the scatter.
  /// - Returns: The tooling factor in per cent.
  /// - Precondition: There are equally many of both, at least one, all positive.
  public static func tooling(old: Double, indicated: [Double], measured: [Double]) -> Double {
    old * meanRatio(measured, indicated)
  }

  /// Returns the density that would have indicated the measured thickness.
  ///
  /// - Precondition: There are equally many of both, at least one, all positive.
  public static func density(old: Double, indicated: [Double], measured: [Double]) -> Double {
    old * meanRatio(indicated, measured)
  }

  private static func meanRatio(_ top: [Double], _ bottom: [Double]) -> Double {
    precondition(!top.isEmpty && top.count == bottom.count, "one value a run is expected")
    precondition((top + bottom).allSatisfy { $0 > 0 }, "thicknesses are positive")
    return zip(top, bottom).map { $0 / $1 }.reduce(0, +) / Double(top.count)
  }
}
