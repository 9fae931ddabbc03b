import FabNumerics

/// Spectra of a film with a known gap: a direct edge with an Urbach tail, fringes and noise.
public struct SyntheticEdge: Hashable, Sendable {
  /// The gap in eV.
  public var gap: Double
  /// The energy over which the tail below the gap falls by e, in eV.
  public var urbachEnergy: Double
  /// The absorbance that the direct edge has 0.1 eV above the gap.
  public var absorbance: Double
  /// The thickness of the film, relative to that for which ``absorbance`` holds.
  public var relativeThickness: Double
  /// The amplitude of the fringes, in absorbance.
  public var fringeAmplitude: Double
  /// Twice the refractive index times the nominal thickness, in nm: fringes repeat in its ratio to the wavelength.
  public var opticalPath: Double

  /// Creates a film; the defaults are 500 nm of MAPbI3.
  ///
  /// > Source: gap 1.60 eV and Urbach energy 15 meV: S. De Wolf et al., *Organometallic halide perovskites: sharp optical
  /// > absorption edge*, J. Phys. Chem. Lett. 5, 1035 (2014), doi 10.1021/jz500279b; the rest is ours.
  public init(
    gap: Double = 1.60,
    urbachEnergy: Double = 0.015,
    absorbance: Double = 0.5,
    relativeThickness: Double = 1,
    fringeAmplitude: Double = 0.003,
    opticalPath: Double = 2500
  ) {
    self.gap = gap
    self.urbachEnergy = urbachEnergy
    self.absorbance = absorbance
    self.relativeThickness = relativeThickness
    self.fringeAmplitude = fringeAmplitude
    self.opticalPath = opticalPath
  }

  /// Returns the absorbance at a wavelength in nm, without noise.
  public func value(at wavelength: Double) -> Double {
    let energy = PhotonEnergy.converted(wavelength)
    // Tail and edge meet where both have one slope: half an Urbach energy above the gap.
    let joint = gap + urbachEnergy / 2
    let reference = (0.1).squareRoot() / (gap + 0.1)
    let above = max(energy, joint)
    var strength = (above - gap).squareRoot() / above / reference
    if energy < joint { strength *= Elementary.exp((energy - joint) / urbachEnergy) }
    let phase = 2 * Double.pi * opticalPath * relativeThickness / wavelength
    return absorbance * relativeThickness * strength + fringeAmplitude * Elementary.cosine(phase)
  }

  /// Returns a spectrum with normal noise.
  ///
  /// - Parameters:
  ///   - range: The wavelengths in nm.
  ///   - step: Their distance.
  ///   - noise: The standard deviation of the absorbance.
  ///   - generator: Where the noise comes from.
  /// - Returns: Wavelengths in nm and absorbances, equally many.
  public func spectrum(
    over range: ClosedRange<Double> = 700...850,
    step: Double,
    noise: Double,
    using generator: inout some RandomNumberGenerator
  ) -> (wavelengths: [Double], absorbances: [Double]) {
    let count = Int(((range.upperBound - range.lowerBound) / step).rounded(.down))
    let wavelengths = (0...count).map { range.lowerBound + Double($0) * step }
    let absorbances = wavelengths.map { value(at: $0) + noise * generator.normalDeviate() }
    return (wavelengths, absorbances)
  }
}
