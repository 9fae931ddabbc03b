import FabNumerics

/// The wavelengths of a copper tube and what they do to the place of a peak.
public enum CopperRadiation: String, CaseIterable, Hashable, Sendable {
  /// Both lines, as without a monochromator.
  case alpha1And2 = "Ka1+Ka2"
  /// Only the first line.
  case alpha1 = "Ka1"

  /// The wavelength of Kα1 in Å.
  ///
  /// > Source: the value that diffractometers state, also the paper's instrument: 1.5406 Å.
  public static let alpha1Wavelength = 1.5406
  /// The wavelength of Kα2 in Å.
  ///
  /// > Source: G. Hölzer et al., *Kα1,2 and Kβ1,3 x-ray emission lines of the 3d transition metals*, Phys. Rev. A 56,
  /// > 4554 (1997), doi 10.1103/PhysRevA.56.4554, rounded as instruments state it: 1.54439 Å.
  public static let alpha2Wavelength = 1.54439
  /// The intensity of Kα2 over that of Kα1: the number of electrons in the two shells.
  public static let ratio = 0.5

  /// Returns where Kα2 puts a peak that Kα1 has at `angle`; both 2θ in degree.
  public static func alpha2Angle(of angle: Double) -> Double {
    let sine = Elementary.sine(angle * .pi / 360) * alpha2Wavelength / alpha1Wavelength
    return Elementary.arcsine(sine) * 360 / .pi
  }

  /// Returns the distance of lattice planes in Å of a peak at 2θ in degree, in first order of Kα1.
  public static func planeDistance(at angle: Double) -> Double {
    alpha1Wavelength / (2 * Elementary.sine(angle * .pi / 360))
  }
}
