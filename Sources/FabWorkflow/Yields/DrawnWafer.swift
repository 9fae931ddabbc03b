import FabLayout
import FabStore

/// A wafer of the store as pictures draw it.
enum DrawnWafer {
  /// Returns the wafer of the standard size nearest to a diameter; a flat is drawn where one is recorded.
  static func of(_ wafer: FabStore.Wafer) -> FabLayout.Wafer {
    of(
      diameterMm: wafer.diameterMm,
      edgeExclusionMm: wafer.edgeExclusionMm,
      hasFlat: wafer.flatMm != nil
    )
  }

  /// Returns the wafer of the standard size nearest to a diameter.
  static func of(
    diameterMm: Double,
    edgeExclusionMm: Double,
    hasFlat: Bool = false
  ) -> FabLayout.Wafer {
    func distance(_ size: WaferSize) -> Double { abs(Double(size.diameter) / 1e6 - diameterMm) }
    let size = WaferSize.allCases.min { distance($0) < distance($1) } ?? .inch4
    let exclusion = Int((edgeExclusionMm * 1e6).rounded())
    for mark in hasFlat ? [WaferMark.flat, .none] : [.none] {
      if let wafer = FabLayout.Wafer(size: size, mark: mark, edgeExclusion: exclusion) {
        return wafer
      }
    }
    preconditionFailure("every size exists without a mark")
  }
}
