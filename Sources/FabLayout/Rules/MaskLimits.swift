public import FabRecipe
public import FabUnits

/// What a mask technology can make at a sheet thickness.
///
/// Lengths are nanometres.
///
/// > Source: process windows as published by mask makers; ``source`` names them.
public struct MaskLimits: Hashable, Sendable {
  /// The technology.
  public let technology: MaskTechnology
  /// The thickness of the sheet.
  public let thickness: Int
  /// The least width of an opening.
  public let apertureWidth: Int
  /// The least width of the metal between openings.
  public let webWidth: Int
  /// The least distance of an opening from the edge of the sheet.
  ///
  /// > Source: 1 mm is the smallest feature that general sheet-laser shops promise (gosnapcut); estimate.
  public let edgeDistance: Int
  /// The least radius that an inner corner gets, whatever is drawn.
  public let cornerRadius: Int
  /// The greatest share of the sheet that may be open within the wafer.
  public let openFraction: Double
  /// The greatest deflection of a tongue or of the rim of a slit under its own weight.
  public let sag: Int
  /// Where the limits come from.
  public let source: String

  /// Returns the limits of a technology at a thickness.
  public static func standard(_ technology: MaskTechnology, thickness: Length) -> MaskLimits {
    let sheet = Int(thickness.value(in: .nanometre).rounded())
    switch technology {
    case .laserCut:
      return MaskLimits(
        technology: technology,
        thickness: sheet,
        apertureWidth: sheet,
        webWidth: max(sheet, 100_000),
        edgeDistance: 1_000_000,
        cornerRadius: 20_000,
        openFraction: 0.5,
        sag: 100_000,
        source:
          "laser-cut foil: opening at least the thickness, web at least the thickness and 80 to "
          + "100 µm, kerf 20 to 40 µm (solitech.pl, becktronic; to be confirmed by the shop)"
      )
    case .etched:
      return MaskLimits(
        technology: technology,
        thickness: sheet,
        apertureWidth: max(sheet * 12 / 10, 76_000),
        webWidth: max(sheet > 127_000 ? sheet * 125 / 100 : sheet, 76_000),
        edgeDistance: 1_000_000,
        cornerRadius: sheet * 75 / 100,
        openFraction: 0.5,
        sag: 100_000,
        source:
          "photochemical etching: opening 1.2 t (etchform) and 76 µm (tech-etch), web 1.0 t and "
          + "76 µm (metaletching), 1.25 t above 0.127 mm (newcut), inner radius 0.75 t"
      )
    case .electroformed:
      return MaskLimits(
        technology: technology,
        thickness: sheet,
        apertureWidth: max(sheet / 2, 10_000),
        webWidth: max(sheet / 2, 10_000),
        edgeDistance: 1_000_000,
        cornerRadius: 5_000,
        openFraction: 0.6,
        sag: 100_000,
        source: "electroformed nickel: resist resolution of some 10 µm, half the thickness "
          + "(photo-sciences; estimate)"
      )
    case .siliconNitride:
      return MaskLimits(
        technology: technology,
        thickness: sheet,
        apertureWidth: 200,
        webWidth: 1_000,
        edgeDistance: 500_000,
        cornerRadius: 100,
        openFraction: 0.3,
        sag: 1_000,
        source:
          "silicon nitride membrane: openings of 50 to 200 nm made (EPFL stencil work); web and "
          + "open share are estimates for a stressed membrane"
      )
    }
  }
}
