public import FabUnits

/// Constants of nature that the device equations need.
public enum PhysicalConstant {
  /// Boltzmann's constant over the elementary charge, in volt per kelvin.
  ///
  /// > Source: SI Brochure, 9th edition (2019): k = 1.380649e-23 J/K, e = 1.602176634e-19 C, both exact.
  public static let boltzmannPerCharge = 1.380649e-23 / 1.602176634e-19

  /// Planck's constant times the speed of light over the elementary charge, in volt metre.
  ///
  /// > Source: SI Brochure, 9th edition (2019): h = 6.62607015e-34 J s, c = 299792458 m/s, both exact.
  public static let photonEnergyWavelength = 6.62607015e-34 * 299_792_458 / 1.602176634e-19

  /// Returns the thermal voltage `kT/e` in volt.
  public static func thermalVoltage(at temperature: Temperature) -> Double {
    boltzmannPerCharge * temperature.siValue
  }
}
