import FabExtraction
import FabGeometry
import FabLayout
import FabRecipe
import FabTestSupport
import Testing

/// Extraction by cells must find what flat extraction finds, to the last vertex.
@Suite struct HierarchyTests {
  private static let shipped = Result { try DefaultWafer() }

  private func check(_ layout: Layout, expectsCells: Bool? = true) throws {
    let shipped = try Self.shipped.get()
    let (flow, wafer) = (shipped.wafer.flow, shipped.wafer)
    let regions = try layout.flattened().filter { $0.key.purpose == .aperture }
      .mapValues { Region($0) }
    let flat = ExtractedWafer(
      regions: regions,
      flow: flow,
      sites: wafer.pcus,
      contacts: wafer.contacts
    )
    let hierarchy = try HierarchicalExtraction(layout, flow: flow)
    let expanded = hierarchy.expanded(sites: wafer.pcus, contacts: wafer.contacts)
    #expect(expanded.shapes == flat.shapes)
    #expect(expanded.nets == flat.nets)
    #expect(expanded.devices == flat.devices)
    #expect(expanded.crossings == flat.crossings)
    #expect(expanded.joints == flat.joints)
    #expect(expanded.parasitics == flat.parasitics)
    #expect(expanded.unresolved == flat.unresolved)
    #expect(expanded.netsOfContacts == flat.netsOfContacts)
    #expect(expanded.emptyLevels == flat.emptyLevels)
    if let expectsCells { #expect((hierarchy.placements.count > 1) == expectsCells) }
    try checkNets(of: hierarchy, against: flat)
  }

  /// The nets of the hierarchy, which aren't expanded, are those of the flat extraction under other numbers.
  private func checkNets(of hierarchy: HierarchicalExtraction, against flat: ExtractedWafer) throws
  {
    struct Place: Hashable {
      let levels: [LevelName]
      let box: Box
    }
    #expect(hierarchy.netCount == flat.nets.count)
    let all = flat.devices + flat.crossings + flat.joints + flat.parasitics.map(\.device)
    let byPlace = Dictionary(
      grouping: all,
      by: { Place(levels: [$0.overlap.bottom, $0.overlap.top] + $0.overlap.between, box: $0.box) }
    )
    var numbers: [Int: Int] = [:]
    var count = 0
    for (index, placement) in hierarchy.placements.enumerated() {
      for one in hierarchy.cells[placement.cell].overlaps {
        let overlap = one.overlap
        let place = Place(
          levels: [overlap.bottom, overlap.top] + overlap.between,
          box: overlap.box.moved(by: placement.offset)
        )
        let found = try #require(byPlace[place])
        guard found.count == 1 else { continue }
        count += 1
        for (piece, net) in [(one.bottom, found[0].bottomNet), (one.top, found[0].topNet)] {
          let own = hierarchy.net(ofPiece: piece, at: index)
          #expect(numbers[own, default: net] == net)
          numbers[own] = net
        }
      }
    }
    #expect(count == all.count)
    #expect(Set(numbers.values).count == numbers.count)
  }

  /// The default layout with more shapes in its top cell, in micrometres.
  private func layout(adding shapes: [String: [Box]] = [:]) throws -> Layout {
    let layout = try Self.shipped.get().wafer.layout
    let top = try #require(layout.cells.last)
    let more = shapes.map { (Layer(LevelName($0)), $1.map { Polygon($0) }) }
    let cell = Cell(
      name: top.name,
      shapes: top.shapes.merging(more) { $0 + $1 },
      labels: top.labels,
      references: top.references
    )
    return Layout(name: layout.name, levels: layout.levels, cells: layout.cells.dropLast() + [cell])
  }

  @Test func theDefaultWaferIsTheSame() throws {
    try check(try layout())
  }

  @Test func aShortedAndABridgedCellAreTheSame() throws {
    let corner = try #require(try Self.shipped.get().wafer.pcus.first { $0.name == "A5.R2C2" }).box
      .min
    // Over one cell; over two cells and their bit line; and along the side of a cell, a nanometre wide.
    for box in [
      WaferFixture.box(2_800, 350, 2_900, 2_800), WaferFixture.box(3_700, 400, 5_600, 600),
      Box(5_000_000, 300_000, 5_000_001, 4_500_000),
    ] {
      for level in ["FTO", "AU", "AG", "HTL"] {
        try check(try layout(adding: [level: [box.moved(by: corner)]]))
      }
    }
  }

  @Test(arguments: LayoutDefect.allCases)
  func brokenWafersAreTheSame(_ defect: LayoutDefect) throws {
    let shipped = try Self.shipped.get()
    let regions = defect.apply(to: shipped.regions, of: shipped.wafer)
    let cell = Cell(name: CellName("TOP"), shapes: regions.mapValues(\.polygons))
    let top = Cell(
      name: CellName("WAFER"),
      references: [Reference(to: cell.name, Transform(offset: .zero))]
    )
    try check(
      Layout(name: "broken", levels: shipped.wafer.layout.levels, cells: [cell, top]),
      expectsCells: nil
    )
  }

  /// Cells turned and mirrored, apart, abutting, and at a pitch below their size, so that they overlap.
  @Test(arguments: [5_000_000, 4_999_999, 4_600_000, 6_000_000])
  func gridsOfCellsAreTheSame(_ pitch: Int32) throws {
    let shipped = try Self.shipped.get()
    let pcu = try #require(shipped.wafer.layout.cells.first { $0.name.text.hasSuffix("_PCU") })
    for (rotation, isMirrored) in [
      (0.0, false), (90, false), (180, true), (270, true), (45, false),
    ] {
      let grid = Reference.Grid(
        columns: 4,
        rows: 3,
        columnStep: Point(x: pitch, y: 0),
        rowStep: Point(x: 0, y: pitch)
      )
      let transform = Transform(rotation: rotation, isMirrored: isMirrored)
      let top = Cell(
        name: CellName("TOP"),
        references: [Reference(to: pcu.name, transform, grid: grid)]
      )
      try check(
        Layout(name: "grid", levels: shipped.wafer.layout.levels, cells: [pcu, top]),
        expectsCells: pitch >= 5_000_000 && rotation != 45
      )
    }
  }

  /// A row and a column of cells of 3 mm that abut.
  private func grid(of shapes: [String: [Box]]) throws -> Layout {
    let cell = Cell(
      name: CellName("CELL"),
      shapes: Dictionary(
        uniqueKeysWithValues: shapes.map { level, boxes in
          (WaferFixture.layer(level), Region(boxes.map { Polygon($0) }).polygons)
        }
      )
    )
    let grid = Reference.Grid(
      columns: 3,
      rows: 3,
      columnStep: Point(3_000_000, 0),
      rowStep: Point(0, 3_000_000)
    )
    let top = Cell(
      name: CellName("TOP"),
      references: [Reference(to: cell.name, Transform(), grid: grid)]
    )
    return Layout(
      name: "grid",
      levels: try Self.shipped.get().wafer.layout.levels,
      cells: [cell, top]
    )
  }

  @Test func conductorsThatTouchInACornerStayApart() throws {
    try check(
      try grid(of: [
        "FTO": [WaferFixture.box(0, 0, 1_000, 1_000), WaferFixture.box(2_000, 2_000, 3_000, 3_000)]
      ])
    )
  }

  /// Half of a diode on each side of a cell: two neighbours make one.
  @Test func devicesAcrossTheSidesOfCellsAreWhole() throws {
    let films = [WaferFixture.box(0, 0, 600, 1_000), WaferFixture.box(2_400, 0, 3_000, 1_000)]
    let gold = [WaferFixture.box(0, 0, 500, 1_000), WaferFixture.box(2_500, 0, 3_000, 1_000)]
    try check(
      try grid(of: [
        "FTO": [WaferFixture.box(0, 0, 3_000, 1_000)], "HTL": films, "PVK": films, "ETL": films,
        "AU": gold,
      ]),
      expectsCells: false
    )
  }
}
