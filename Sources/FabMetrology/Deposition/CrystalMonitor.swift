import FabNumerics

/// The thickness on a quartz crystal from its frequencies.
///
/// > Source: C.-S. Lu, O. Lewis, *Investigation of film-thickness determination by oscillating quartz resonators with
/// > large mass load*, J. Appl. Phys. 43, 4385 (1972), doi 10.1063/1.1661931; constants from Inficon's SQC-310
/// > manual: uncoated crystals of 6.045 MHz, impedance 8.765e6 kg/(m² s).
public struct CrystalMonitor: Hashable, Sendable {
  /// The frequency for which the crystal is cut, in Hz.
  public static let nominalFrequency = 6.045e6
  /// The acoustic impedance of quartz, in kg/(m² s).
  public static let quartzImpedance = 8.765e6

  /// The density of the film in g/cm³.
  public let density: Double
  /// The impedance of quartz over that of the film.
  public let zRatio: Double

  /// Creates a monitor.
  ///
  /// - Precondition: Both values are positive.
  public init(density: Double, zRatio: Double) {
    precondition(density > 0 && zRatio > 0, "density and Z-ratio are positive")
    self.density = density
    self.zRatio = zRatio
  }

  /// Returns the thickness in nm between two frequencies, by acoustic impedances.
  ///
  /// - Parameters:
  ///   - start: The frequency before the film in Hz, for instance of the crystal with older films.
  ///   - end: The frequency with the film.
  /// - Returns: The thickness in nm.
  public func thickness(from start: Double, to end: Double) -> Double {
    load(at: end) - load(at: start)
  }

  /// Returns the thickness in nm by mass alone: the limit of light loads.
  public func sauerbreyThickness(from start: Double, to end: Double) -> Double {
    let nominal = Self.nominalFrequency
    return Self.quartzImpedance / (2 * 1000 * density) * (start - end) / (nominal * nominal) * 1e9
  }

  /// The thickness in nm of all that the crystal carries, were it this film.
  private func load(at frequency: Double) -> Double {
    let scale = Self.quartzImpedance / (2 * Double.pi * zRatio * 1000 * density)
    // π F/Fq is near π, where the tangent is that of the small difference.
    let phase = Double.pi * (frequency / Self.nominalFrequency - 1)
    return -scale * Elementary.arctangent(zRatio * Elementary.tangent(phase)) / frequency * 1e9
  }
}
