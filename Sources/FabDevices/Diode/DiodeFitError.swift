import FabNumerics

/// Why a measured curve gives no diode.
public enum DiodeFitError: Error, Hashable, Sendable {
  /// Too few points are left after the exclusions.
  case tooFewPoints(used: Int, needed: Int, excluded: [PointExclusion])
  /// The forward points don't span enough of the exponential, in decades of current.
  case tooFewDecades(found: Double, needed: Double)
  /// The current doesn't have the sign of the voltage, or doesn't rise: not a diode in this polarity.
  case notRectifying(forward: Double, reverse: Double)
  /// No diode law comes near the points.
  case notConverged(rSquared: Double?)
  /// A condition of the measurement makes no sense.
  case badCondition(DeviceError)
}
