import Foundation

extension Transform {
  /// Returns cosine and sine of an angle in degrees, exact for quarter turns.
  static func cosineAndSine(degrees: Double) -> (cosine: Double, sine: Double) {
    switch degrees {
    case 0: return (1, 0)
    case 90: return (0, 1)
    case 180: return (-1, 0)
    case 270: return (0, -1)
    default:
      let radians = degrees * .pi / 180
      return (cos(radians), sin(radians))
    }
  }
}
