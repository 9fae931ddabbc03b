/// How a mask sheet is made; it decides which apertures and webs are possible.
public enum MaskTechnology: String, CaseIterable, Sendable {
  /// Stainless or Invar foil cut by laser.
  case laserCut = "laser-cut"
  /// Metal foil etched through a photoresist from one or both sides.
  case etched
  /// Nickel grown on a mandrel.
  case electroformed
  /// A silicon nitride membrane on a silicon frame.
  case siliconNitride = "silicon-nitride"
}
