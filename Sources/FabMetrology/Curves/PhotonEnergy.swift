/// Wavelengths and photon energies.
public enum PhotonEnergy {
  /// Planck's constant times the speed of light over the elementary charge, in eV nm.
  ///
  /// > Source: exact by the SI of 2019: h = 6.62607015e-34 J s, c = 299792458 m/s, e = 1.602176634e-19 C.
  public static let product = 6.626_070_15e-34 * 299_792_458 / 1.602_176_634e-19 * 1e9

  /// Returns the energy in eV of a wavelength in nm, or the wavelength of an energy: the relation is its own inverse.
  public static func converted(_ value: Double) -> Double { product / value }
}
