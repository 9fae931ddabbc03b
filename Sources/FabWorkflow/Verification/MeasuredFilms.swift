import FabDiagnostics
import FabStore
import FabUnits

/// What the measured films of a wafer say of each site, against what is meant.
struct MeasuredFilms {
  /// Thickness of the perovskite over what is meant, by site.
  private(set) var relativeThickness: [String: Double] = [:]
  /// Shift of the absorption edge, nm, by site.
  private(set) var edgeShift: [String: Double] = [:]
  /// What to know of it.
  private(set) var messages: [Diagnostic] = []

  /// Whether anything is known.
  var isKnown: Bool { !relativeThickness.isEmpty || !edgeShift.isEmpty }

  init(
    _ values: MeasuredValues,
    sites: [LayoutSite],
    wafer: Wafer,
    from reader: StoreReader
  ) throws(DiagnosticError) {
    if let (thickness, target) = try map(.filmThickness, values, sites, wafer, reader) {
      relativeThickness = thickness.mapValues { $0 / target }
    }
    if let (edge, target) = try map(.edge, values, sites, wafer, reader) {
      edgeShift = edge.mapValues { $0 - target }
    }
  }

  /// The values at all sites and what they're held against: the target of the specification, or the wafer's mean.
  private mutating func map(
    _ characteristic: StandardCharacteristic,
    _ values: MeasuredValues,
    _ sites: [LayoutSite],
    _ wafer: Wafer,
    _ reader: StoreReader
  ) throws(DiagnosticError) -> ([String: Double], Double)? {
    let named = values.values(of: characteristic.rawValue)
    var places = values.places(of: characteristic.rawValue)
    guard !named.isEmpty || !places.isEmpty else { return nil }
    places += sites.compactMap { site in
      named[site.label].map { (Double(site.xUm) / 1000, Double(site.yUm) / 1000, $0) }
    }
    let mean = places.map(\.value).reduce(0, +) / Double(places.count)
    let target =
      try reader
      .all(
        Specification.self,
        where: ["characteristic": .text(characteristic.rawValue)]
      )
      .last?
      .target
    if target == nil {
      messages.append(
        Diagnostic(
          .assumedColumns,
          severity: .warning,
          at: .argument("--wafer"),
          "no target of '\(characteristic.rawValue)' is known: sites are held against the wafer's own mean",
          fixes: [
            "state one with 'pcu-fab measure characteristic \(characteristic.rawValue) --target …'"
          ]
        )
      )
    }
    let surface = WaferSurface(places)
    let all = sites.map { site in
      (
        site.label,
        named[site.label]
          ?? surface.value(x: Double(site.xUm) / 1000, y: Double(site.yUm) / 1000)
      )
    }
    return (Dictionary(all) { first, _ in first }, target ?? mean)
  }
}
