import FabNumerics

/// What the height of a sample does to the places of its peaks in Bragg-Brentano geometry.
///
/// > Source: H. P. Klug, L. E. Alexander, *X-ray diffraction procedures*, 2nd ed., Wiley, 1974, section 5-1:
/// > `Δ2θ = -2 s cos θ / R` for a sample that lies `s` too low.
public enum SampleHeight {
  /// Returns the shift of 2θ in degree.
  ///
  /// - Parameters:
  ///   - displacement: How far the surface lies below the axis, in mm.
  ///   - angle: 2θ in degree.
  ///   - radius: The radius of the goniometer in mm; positive.
  /// - Returns: The shift in degree, negative for samples too low.
  public static func shift(displacement: Double, at angle: Double, radius: Double) -> Double {
    -2 * displacement * Elementary.cosine(angle * .pi / 360) / radius * 180 / .pi
  }

  /// Returns the displacement in mm that shifts a peak by so much.
  public static func displacement(shift: Double, at angle: Double, radius: Double) -> Double {
    -shift * .pi / 180 * radius / (2 * Elementary.cosine(angle * .pi / 360))
  }

  /// Returns a peak's 2θ without the shift that a peak of a known place in the same scan shows.
  ///
  /// - Parameters:
  ///   - angle: The measured 2θ in degree.
  ///   - reference: The measured 2θ of the known peak.
  ///   - trueReference: Where that peak belongs.
  /// - Returns: 2θ in degree at zero height.
  public static func corrected(
    _ angle: Double,
    reference: Double,
    trueReference: Double
  ) -> Double {
    // The radius cancels: both shifts have one displacement.
    let scale =
      Elementary.cosine(angle * .pi / 360) / Elementary.cosine(trueReference * .pi / 360)
    return angle - (reference - trueReference) * scale
  }
}
