public import FabDiagnostics
import FabGeometry
public import FabRecipe

extension FloorPlan {
  /// Makes the layout.
  ///
  /// - Parameters:
  ///   - flow: The flow of the recipe whose levels are drawn.
  ///   - recipeName: The recipe's file, for messages.
  ///   - stamps: What is engraved on the sheets.
  /// - Returns: The layout.
  /// - Throws: A ``DiagnosticError`` that names both blocks and the distance where blocks overlap, or
  ///   the block that leaves the usable area.
  public func layout(
    flow: ProcessFlow,
    recipeName: String,
    stamps: SheetStamps
  ) throws(DiagnosticError) -> WaferLayout {
    let builder = FloorPlanBuilder(plan: self, flow: flow, recipeName: recipeName)
    let blocks = try builder.blocks()
    let collector = DiagnosticCollector()
    checkPlaces(of: blocks, collector: collector)
    guard !collector.hasErrors else { throw DiagnosticError(collector.diagnostics) }

    var cells: [Cell] = []
    var known: Set<CellName> = []
    var references: [Reference] = []
    for block in blocks {
      for cell in block.content.cells where known.insert(cell.name).inserted { cells.append(cell) }
      references.append(
        Reference(
          to: block.content.top.name,
          Transform(offset: block.offset),
          name: block.name
        )
      )
    }
    let sheetCell = SheetCell.cell(named: CellName("SHEET"), sheet: sheet, flow: flow)
    cells.append(sheetCell)
    references.append(Reference(to: sheetCell.name, Transform()))
    for level in flow.levels {
      let text = try SheetCell.text(
        named: CellName("TEXT_\(level.name)"),
        level: level,
        title: name,
        sheet: sheet,
        wafer: wafer,
        stamps: stamps
      )
      cells.append(text)
      references.append(Reference(to: text.name, Transform()))
    }
    let edges = flow.levels.first.map { level in
      [Layer(level.name, .reference): [wafer.edge, wafer.usableArea]]
    }
    cells.append(
      Cell(
        name: CellName("WAFER_" + name.uppercased().replacing("-", with: "_")),
        shapes: edges ?? [:],
        references: references
      )
    )

    let layout = Layout(
      name: name,
      levels: flow.levels.map {
        LayoutLevel(name: $0.name, gdsLayer: $0.index, color: $0.color)
      },
      cells: cells
    )
    return WaferLayout(
      plan: self,
      flow: flow,
      layout: layout,
      pcus: blocks.filter { $0.kind == .array || $0.kind == .single }.flatMap(\.sites),
      devices: blocks.filter { $0.kind == .device }.flatMap(\.sites),
      contacts: blocks.flatMap(\.contacts),
      arrayCount: blocks.count { $0.kind == .array },
      singleCount: blocks.count { $0.kind == .single },
      crossingCount: blocks.reduce(0) { $0 + $1.content.crossings }
    )
  }

  /// Reports blocks outside the usable area and pairs that overlap.
  ///
  /// A grid that is too narrow makes many pairs: for each line of the file the worst is shown, and how many
  /// more there are.
  private func checkPlaces(of blocks: [Block], collector: DiagnosticCollector) {
    for group in Self.grouped(blocks.filter { wafer.excess(of: $0.box) > 0 }, by: \.source) {
      let worst = group.max { wafer.excess(of: $0.box) < wafer.excess(of: $1.box) } ?? group[0]
      collector.add(outside(worst, others: group.count - 1))
    }
    for group in Self.grouped(overlaps(of: blocks), by: \.second.source) {
      let worst = group.max { $0.depth < $1.depth } ?? group[0]
      collector.add(overlap(worst, others: group.count - 1))
    }
  }

  /// Two blocks and by how much they overlap, in nanometres.
  private struct Overlap {
    var first: Block
    var second: Block
    var depth: Int
  }

  /// Groups elements by where the floor plan asks for them, in the order of their first.
  private static func grouped<Element>(
    _ elements: [Element],
    by source: KeyPath<Element, Place?>
  ) -> [[Element]] {
    var places: [Place?] = []
    var groups: [Place?: [Element]] = [:]
    for element in elements {
      let place = element[keyPath: source]
      if groups[place] == nil { places.append(place) }
      groups[place, default: []].append(element)
    }
    return places.compactMap { groups[$0] }
  }

  private func outside(_ block: Block, others: Int) -> Diagnostic {
    Diagnostic(
      .outsideUsableArea,
      at: block.source,
      "\(block.name) at \(block.box.millimetres) leaves the usable area "
        + "(radius \(millimetreText(wafer.usableRadius)) of the \(wafer.size.rawValue) wafer) "
        + "by \(millimetreText(wafer.excess(of: block.box)))",
      notes: others > 0
        ? [
          .init(
            others == 1
              ? "one more block of this line leaves it too"
              : "\(others) more blocks of this line leave it too"
          )
        ] : [],
      fixes: ["move it towards the centre, or choose a larger wafer or a smaller edge exclusion"]
    )
  }

  private func overlap(_ pair: Overlap, others: Int) -> Diagnostic {
    var notes: [Diagnostic.Note] = [
      .init(at: pair.first.source, "\(pair.first.name) covers \(pair.first.box.millimetres)"),
      .init(at: pair.second.source, "\(pair.second.name) covers \(pair.second.box.millimetres)"),
    ]
    if others > 0 {
      notes.append(
        .init(
          others == 1
            ? "one more pair of this line overlaps too"
            : "\(others) more pairs of this line overlap too"
        )
      )
    }
    return Diagnostic(
      .blocksOverlap,
      at: pair.second.source ?? pair.first.source,
      "\(pair.first.name) and \(pair.second.name) overlap by \(millimetreText(pair.depth))",
      notes: notes,
      fixes: ["move one of them, or choose a larger pitch or smaller arrays"]
    )
  }

  /// After how many overlapping pairs the search ends.
  private static let mostPairs = 10_000

  /// Returns the pairs that overlap, by a sweep along x: only blocks whose extents in x overlap are compared.
  private func overlaps(of blocks: [Block]) -> [Overlap] {
    let sorted = blocks.indices.sorted {
      (blocks[$0].box.min.x, $0) < (blocks[$1].box.min.x, $1)
    }
    var active: [Int] = []
    var pairs: [(low: Int, high: Int, depth: Int)] = []
    sweep: for index in sorted {
      let box = blocks[index].box
      active.removeAll { blocks[$0].box.max.x <= box.min.x }
      for other in active {
        guard
          let common = blocks[other].box.intersection(box), common.width > 0, common.height > 0
        else { continue }
        pairs.append((min(index, other), max(index, other), min(common.width, common.height)))
        // A grid whose unit is wrong has all its blocks in one place: every pair overlaps.
        if pairs.count == Self.mostPairs { break sweep }
      }
      active.append(index)
    }
    return pairs.sorted { ($0.low, $0.high) < ($1.low, $1.high) }
      .map { pair in
        Overlap(first: blocks[pair.low], second: blocks[pair.high], depth: pair.depth)
      }
  }
}
