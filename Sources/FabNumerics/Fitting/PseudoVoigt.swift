import Foundation

/// The sum of a Lorentz and a Gauss profile of one width, for peaks of diffraction and spectra.
///
/// > Source: P. Thompson, D. E. Cox, J. B. Hastings, *Rietveld refinement of Debye-Scherrer synchrotron X-ray data
/// > from Al2O3*, J. Appl. Cryst. 20, 79 (1987), doi 10.1107/S0021889887087090.
public struct PseudoVoigt: Hashable, Sendable {
  /// The position of the maximum.
  public var position: Double
  /// The height of the maximum.
  public var height: Double
  /// The full width at half of the height.
  public var width: Double
  /// The share of the Lorentz profile in the height.
  public var mixing: Double

  /// Creates a profile.
  public init(position: Double, height: Double, width: Double, mixing: Double) {
    self.position = position
    self.height = height
    self.width = width
    self.mixing = mixing
  }

  /// Returns the profile at a place.
  public func value(at place: Double) -> Double {
    let x = 2 * (place - position) / width
    let square = x * x
    return height * (mixing / (1 + square) + (1 - mixing) * exp(-0.693147180559945309 * square))
  }

  /// The area below the profile.
  public var area: Double {
    let pi = Double.pi
    return height * abs(width) * 0.5
      * (mixing * pi + (1 - mixing) * (pi / 0.693147180559945309).squareRoot())
  }
}
