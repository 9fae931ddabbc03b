/// What the shapes of a level are for; the GDSII datatype.
public enum Purpose: Hashable, Sendable {
  /// Openings of a shadow mask, or film that stays on a subtractive level.
  case aperture
  /// The contour of the mask sheet.
  case sheet
  /// Drawn for orientation, never cut: wafer edge, usable area, frames of cells.
  case reference
  /// Pin, slot and key holes of the mask sheet: cut, but no film is meant to come through.
  case registration
  /// Text and marks for people on the mask sheet: cut, outside the active area.
  case marking
  /// Anything else that a foreign file contains.
  case datatype(Int)

  /// The GDSII datatype of the purpose.
  public var gdsDatatype: Int {
    switch self {
    case .aperture: 0
    case .sheet: 1
    case .reference: 2
    case .registration: 3
    case .marking: 4
    case .datatype(let number): number
    }
  }

  /// Creates the purpose of a GDSII datatype.
  public init(gdsDatatype: Int) {
    switch gdsDatatype {
    case 0: self = .aperture
    case 1: self = .sheet
    case 2: self = .reference
    case 3: self = .registration
    case 4: self = .marking
    default: self = .datatype(gdsDatatype)
    }
  }

  /// Whether shapes of this purpose are openings of a mask sheet.
  public var isOpening: Bool {
    switch self {
    case .aperture, .registration, .marking: true
    case .sheet, .reference, .datatype: false
    }
  }
}
