public import FabDiagnostics

/// Sites of one layout with their places on its grid.
///
/// Maps of E142 and G85 know only rows and columns, but a wafer of arrays and single devices has no common step.
/// Where all sites are multiples of a pitch apart, one grid holds them, with no device between. Otherwise
/// every group gets a layout of its own: arrays become a grid of blocks, which E142 nests as layouts, so that
/// nine arrays of 3 x 3 are 9 x 9 places at their true positions; a group that repeats in no way, as singles
/// around the edge, is laid out by ranks: who is left of and above whom is kept, distances aren't
/// (``isExact`` is false), and positions must come from the sites again. Either way each site has a
/// place of its own, so that the sites and the maps together give every site's bin back.
public struct SiteGrid: Hashable, Sendable {
  /// The name of the layout: that of the group, or `Device` for one grid of all sites.
  public let layout: String
  /// The grid.
  public let grid: BinMapGrid
  /// The place of each site by its name.
  public let places: [String: GridPlace]
  /// Whether the grid gives the sites' positions back.
  public let isExact: Bool

  /// Lays sites out on as few grids as hold them.
  ///
  /// - Parameters:
  ///   - sites: The sites; their names differ.
  ///   - pitch: The step that is tried first, in mm; above 0.
  ///   - deviceSize: The size of a device in mm, for machines that draw it.
  /// - Returns: The grids in the order in which groups occur.
  /// - Throws: A ``DiagnosticError``: `duplicate-name` for two sites of one name or at one position,
  ///   `invalid-name`, `not-finite`, `out-of-range` or `no-measurement` for no site.
  public static func grids(
    of sites: [MapSite],
    pitch: MapVector,
    deviceSize: MapVector? = nil
  ) throws(DiagnosticError) -> [SiteGrid] {
    try check(sites, pitch)
    let whole = SiteGrid(layout: "Device", sites, pitch: pitch, deviceSize, onlyMultiples: true)
    if let whole { return [whole] }
    var groups: [(name: String, sites: [MapSite])] = []
    for site in sites {
      if let index = groups.firstIndex(where: { $0.name == site.group }) {
        groups[index].sites.append(site)
      } else {
        groups.append((site.group, [site]))
      }
    }
    var grids: [SiteGrid] = []
    for group in groups {
      guard
        let grid = SiteGrid(
          layout: group.name,
          group.sites,
          pitch: pitch,
          deviceSize,
          onlyMultiples: false
        )
      else {
        throw DiagnosticError(
          Diagnostic(
            .duplicateName,
            "two sites of group '\(group.name)' are at one position, within a micrometre"
          )
        )
      }
      grids.append(grid)
    }
    return grids
  }

  private init?(
    layout: String,
    _ sites: [MapSite],
    pitch: MapVector,
    _ deviceSize: MapVector?,
    onlyMultiples: Bool
  ) {
    let xs = sites.map { Self.nanometres($0.position.x) }
    let ys = sites.map { Self.nanometres($0.position.y) }
    let x = AxisPattern(xs, pitch: Self.nanometres(pitch.x))
    let y = AxisPattern(ys, pitch: Self.nanometres(pitch.y))
    if onlyMultiples {
      guard x.step == Self.nanometres(pitch.x), y.step == Self.nanometres(pitch.y),
        x.blocks * y.blocks == 1, x.isExact, y.isExact, x.count * y.count <= 10_000
      else { return nil }
    }
    let isBlocked = x.blocks > 1 || y.blocks > 1
    self.layout = layout
    isExact = x.isExact && y.isExact
    grid = BinMapGrid(
      columns: x.count,
      rows: y.count,
      step: MapVector(x: Double(x.step) / 1e6, y: Double(y.step) / 1e6),
      lowerLeft: MapVector(x: Double(x.start) / 1e6, y: Double(y.start) / 1e6),
      deviceSize: deviceSize,
      blocks: isBlocked
        ? BinMapGrid.Blocks(
          columns: x.blocks,
          rows: y.blocks,
          step: MapVector(x: Double(x.blockStep) / 1e6, y: Double(y.blockStep) / 1e6)
        ) : nil
    )
    var places: [String: GridPlace] = [:]
    for (index, site) in sites.enumerated() {
      places[site.name] = GridPlace(
        column: x.indices[xs[index]] ?? 0,
        row: y.indices[ys[index]] ?? 0
      )
    }
    guard Set(places.values).count == sites.count else { return nil }
    self.places = places
  }

  private static func nanometres(_ millimetres: Double) -> Int {
    Int((millimetres * 1e6).rounded())
  }

  private static func check(_ sites: [MapSite], _ pitch: MapVector) throws(DiagnosticError) {
    let collector = DiagnosticCollector()
    if sites.isEmpty { collector.add(Diagnostic(.noMeasurement, "there are no sites")) }
    if !(pitch.x >= 1e-3 && pitch.y >= 1e-3 && pitch.x < 1e3 && pitch.y < 1e3) {
      collector.add(
        Diagnostic(
          .outOfRange,
          "the pitch of sites is \(pitch.x) x \(pitch.y) mm, expected 0.001 to 1000 mm"
        )
      )
    }
    var names: Set<String> = []
    for site in sites {
      _ = ExchangeName.check(site.name, what: "the name of a site", at: nil, collector)
      _ = ExchangeName.check(site.group, what: "the group of a site", at: nil, collector)
      if !names.insert(site.name).inserted {
        collector.add(Diagnostic(.duplicateName, "two sites are named '\(site.name)'"))
      }
      // Not below a metre covers NaN too.
      if !(abs(site.position.x) < 1000 && abs(site.position.y) < 1000) {
        collector.add(
          Diagnostic(.notFinite, "site '\(site.name)' isn't within a metre of the middle")
        )
      }
    }
    if collector.hasErrors { throw DiagnosticError(collector.diagnostics) }
  }
}
