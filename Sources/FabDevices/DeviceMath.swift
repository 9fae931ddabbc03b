import Foundation

/// Exponentials that can't overflow.
enum DeviceMath {
  /// Returns `exp(x) - 1`, held at `exp(300) - 1` beyond `x = 300`.
  static func growth(_ x: Double) -> Double {
    expm1(min(x, 300))
  }
}
