/// The vertex of the parabola through three points at even distance.
public enum ParabolaVertex {
  /// Returns where the vertex lies, in steps from the middle point; zero where the points lie on a line.
  public static func offset(_ left: Double, _ middle: Double, _ right: Double) -> Double {
    let curvature = left - 2 * middle + right
    guard curvature != 0 else { return 0 }
    return 0.5 * (left - right) / curvature
  }
}
