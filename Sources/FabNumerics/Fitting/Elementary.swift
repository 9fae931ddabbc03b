import Foundation

/// The elementary functions of the system's mathematics library, for targets that do without Foundation.
public enum Elementary {
  /// Returns `e^x`.
  public static func exp(_ x: Double) -> Double { Foundation.exp(x) }

  /// Returns the natural logarithm.
  public static func log(_ x: Double) -> Double { Foundation.log(x) }

  /// Returns the decadic logarithm.
  public static func log10(_ x: Double) -> Double { Foundation.log10(x) }

  /// Returns the sine of an angle in radian.
  public static func sine(_ x: Double) -> Double { Foundation.sin(x) }

  /// Returns the cosine of an angle in radian.
  public static func cosine(_ x: Double) -> Double { Foundation.cos(x) }

  /// Returns the tangent of an angle in radian.
  public static func tangent(_ x: Double) -> Double { Foundation.tan(x) }

  /// Returns the angle in radian, within ±π/2, whose tangent is `x`.
  public static func arctangent(_ x: Double) -> Double { Foundation.atan(x) }

  /// Returns the angle in radian, within ±π/2, whose sine is `x`; NaN beyond ±1.
  public static func arcsine(_ x: Double) -> Double { Foundation.asin(x) }
}
