/// What the shapes of a level are for; the GDSII datatype.
public enum Purpose: Hashable, Sendable {
  /// Openings of a shadow mask, or film that stays on a subtractive level.
  case aperture
  /// The contour of the mask sheet.
  case sheet
  /// Drawn for orientation, never cut: wafer edge, usable area, frames of cells.
  case reference
  /// Anything else that a foreign file contains.
  case datatype(Int)

  /// The GDSII datatype of the purpose.
  public var gdsDatatype: Int {
    switch self {
    case .aperture: 0
    case .sheet: 1
    case .reference: 2
    case .datatype(let number): number
    }
  }

  /// Creates the purpose of a GDSII datatype.
  public init(gdsDatatype: Int) {
    switch gdsDatatype {
    case 0: self = .aperture
    case 1: self = .sheet
    case 2: self = .reference
    default: self = .datatype(gdsDatatype)
    }
  }
}
