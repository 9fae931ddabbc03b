import FabDiagnostics
import FabExchange
import FabStore

/// The PCUs of a wafer's layout as maps of other programs name and place them.
struct WaferSites {
  /// The wafer.
  let wafer: Wafer
  /// The PCUs.
  let sites: [LayoutSite]

  /// Reads them.
  ///
  /// - Throws: A ``DiagnosticError``: `unknown-entry`, or `wrong-state` for a wafer without a layout.
  init(of code: String, from reader: StoreReader) throws(DiagnosticError) {
    wafer = try reader.named(Wafer.self, code)
    guard let layout = wafer.layout else {
      throw DiagnosticError(
        Diagnostic(.wrongState, at: .argument(code), "wafer '\(code)' carries no layout")
      )
    }
    sites = try reader.all(
      LayoutSite.self,
      where: ["layout": .text(layout), "kind": .text("pcu")]
    )
  }

  /// Grids of the arrays and of the singles, as E142 nests them.
  func grids() throws(DiagnosticError) -> [SiteGrid] {
    let sizes = Dictionary(grouping: sites, by: \.block).mapValues(\.count)
    return try grids { (sizes[$0.block] ?? 0) > 1 ? "array" : "single" }
  }

  /// One grid that has all sites, by who is left of and above whom, for formats that have no more than one.
  func grid() throws(DiagnosticError) -> SiteGrid {
    let grids = try grids { _ in "Device" }
    guard let grid = grids.first, grids.count == 1 else {
      preconditionFailure("sites of one group are on one grid")
    }
    return grid
  }

  private func grids(
    _ group: (LayoutSite) -> String
  ) throws(DiagnosticError) -> [SiteGrid] {
    try SiteGrid.grids(
      of: sites.map {
        MapSite(
          name: $0.label,
          group: group($0),
          position: MapVector(x: Double($0.xUm) / 1000, y: Double($0.yUm) / 1000)
        )
      },
      pitch: MapVector(x: pitch(\.xUm), y: pitch(\.yUm)),
      deviceSize: sites.first.map {
        MapVector(x: Double($0.widthUm) / 1000, y: Double($0.heightUm) / 1000)
      }
    )
  }

  /// The smallest distance between neighbours of a block, in mm.
  private func pitch(_ path: KeyPath<LayoutSite, Int>) -> Double {
    var smallest: Int?
    for block in Dictionary(grouping: sites, by: \.block).values {
      let places = Set(block.map { $0[keyPath: path] }).sorted()
      for (place, next) in zip(places, places.dropFirst()) {
        smallest = min(smallest ?? .max, next - place)
      }
    }
    // Sites of which none has a neighbour have no step; any gives ranks.
    return Double(max(1, smallest ?? 1000)) / 1000
  }
}
