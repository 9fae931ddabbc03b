import FabRecipe

/// The stiffness of a mask sheet under its own weight.
///
/// Lengths are nanometres.
///
/// > Source: data sheets of stainless steel 304; nickel 200 GPa and 8908 kg/m³ are textbook values.
struct SheetElasticity {
  /// Young's modulus in pascals.
  let modulus: Double
  /// The density in kg/m³.
  let density: Double

  /// Standard gravity in m/s².
  private static let gravity = 9.80665

  /// The stiffness of the sheet of a technology; `nil` for a membrane, which tension holds.
  init?(_ technology: MaskTechnology) {
    switch technology {
    case .laserCut, .etched: self.init(modulus: 193e9, density: 8000)
    case .electroformed: self.init(modulus: 200e9, density: 8908)
    case .siliconNitride: return nil
    }
  }

  private init(modulus: Double, density: Double) {
    self.modulus = modulus
    self.density = density
  }

  /// Returns how far the end of a tongue hangs down: `3 ρ g L⁴ / (2 E t²)`.
  func tongueSag(length: Double, thickness: Double) -> Double {
    1.5 * load(length, thickness)
  }

  /// Returns how far the middle of a bridge with clamped ends hangs down: `ρ g L⁴ / (32 E t²)`.
  func bridgeSag(length: Double, thickness: Double) -> Double {
    load(length, thickness) / 32
  }

  /// Returns the length at which a tongue hangs down by `sag`.
  func tongueLength(deflecting sag: Double, thickness: Double) -> Double {
    (sag / (1.5 * load(1, thickness))).squareRoot().squareRoot()
  }

  /// `ρ g L⁴ / (E t²)` in nanometres for lengths in nanometres.
  private func load(_ length: Double, _ thickness: Double) -> Double {
    let ratio = density * Self.gravity / modulus * 1e-9
    return ratio * length * length * length * length / (thickness * thickness)
  }
}
