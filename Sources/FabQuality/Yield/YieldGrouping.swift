/// By what yields are told apart.
public enum YieldGrouping: String, CaseIterable, Codable, Hashable, Sendable {
  /// Lots.
  case lot
  /// Wafers.
  case wafer
  /// Arrays of a wafer; units of their own are `singles`.
  case array
  /// Thirds of the usable radius, from the centre.
  case ring
  /// Quarters of the wafer, counterclockwise from the positive x axis.
  case quadrant

  /// Returns the group of a unit.
  ///
  /// A unit on the border of two quadrants belongs to the one counterclockwise of it, one at a ring's limit to the
  /// outer ring, the centre to the first quadrant.
  func name(of unit: YieldUnit, radius: Double) -> String {
    switch self {
    case .lot: return unit.lot
    case .wafer: return unit.wafer
    case .array: return unit.array ?? "singles"
    case .ring: return ["centre", "middle", "edge"][Self.ring(of: unit.site, radius: radius)]
    case .quadrant:
      let (x, y) = (unit.site.x, unit.site.y)
      if x > 0, y >= 0 { return "I" }
      if x <= 0, y > 0 { return "II" }
      if x < 0 { return "III" }
      return y < 0 ? "IV" : "I"
    }
  }

  /// The third of the radius that a site lies in, 0...2.
  static func ring(of site: SamplingSite, radius: Double) -> Int {
    min(2, Int(3 * site.radius / radius))
  }
}
