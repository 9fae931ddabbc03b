/// The lengths that `$INSUNITS` stands for.
///
/// > Source: Autodesk, *DXF Reference*, HEADER section, `$INSUNITS`.
enum DXFUnits {
  /// Nanometres per unit: inch, foot, mm, cm, m, µinch, mil, yard, Å, nm, µm, dm.
  private static let nanometres: [Int: Double] = [
    1: 25_400_000, 2: 304_800_000, 4: 1e6, 5: 1e7, 6: 1e9, 8: 25.4, 9: 25_400, 10: 914_400_000,
    11: 0.1, 12: 1, 13: 1e3, 14: 1e8,
  ]

  /// Returns the nanometres of one unit, or `nil` where the number stands for no length of a mask.
  static func nanometres(of number: Int) -> Double? {
    nanometres[number]
  }
}
