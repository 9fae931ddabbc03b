public import FabUnits

/// What is known about the films at every site, measured or predicted; in the order of the sites.
public struct SiteMaps: Hashable, Sendable {
  /// Thickness of the perovskite over its nominal thickness; empty where it isn't known.
  public let relativeThickness: [Double]
  /// Shift of the absorption edge against the nominal film, longer wavelengths positive; empty where unknown.
  public let edgeShift: [Length]

  /// Creates maps.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` for thicknesses outside 0.1...10 and shifts
  ///   beyond 100 nm.
  public init(
    relativeThickness: [Double] = [],
    edgeShift: [Length] = []
  ) throws(DeviceError) {
    for thickness in relativeThickness {
      try ParameterCheck.lies(thickness, in: 0.1...10, .relativeThickness)
    }
    for shift in edgeShift { try ParameterCheck.lies(shift.siValue, in: -1e-7...1e-7, .edgeShift) }
    self.init(checkedThickness: relativeThickness, edgeShift)
  }

  private init(checkedThickness: [Double], _ edgeShift: [Length]) {
    relativeThickness = checkedThickness
    self.edgeShift = edgeShift
  }

  /// Nothing known: nominal films everywhere.
  public static let uniform = SiteMaps(checkedThickness: [], [])
}
