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

  /// Reports every block outside the usable area and every pair that overlaps.
  private func checkPlaces(of blocks: [Block], collector: DiagnosticCollector) {
    for block in blocks {
      let excess = wafer.excess(of: block.box)
      guard excess > 0 else { continue }
      collector.add(
        Diagnostic(
          .outsideUsableArea,
          at: block.source,
          "\(block.name) at \(block.box.millimetres) leaves the usable area "
            + "(radius \(millimetreText(wafer.usableRadius)) of the \(wafer.size.rawValue) wafer) "
            + "by \(millimetreText(excess))",
          fixes: [
            "move it towards the centre, or choose a larger wafer or a smaller edge exclusion"
          ]
        )
      )
    }
    // A sweep along x: only blocks whose extents in x overlap are compared.
    let sorted = blocks.indices.sorted {
      (blocks[$0].box.min.x, $0) < (blocks[$1].box.min.x, $1)
    }
    var active: [Int] = []
    for index in sorted {
      let box = blocks[index].box
      active.removeAll { blocks[$0].box.max.x <= box.min.x }
      for other in active {
        guard
          let common = blocks[other].box.intersection(box), common.width > 0, common.height > 0
        else { continue }
        let (first, second) = (blocks[min(index, other)], blocks[max(index, other)])
        collector.add(
          Diagnostic(
            .blocksOverlap,
            at: second.source ?? first.source,
            "\(first.name) and \(second.name) overlap by "
              + "\(millimetreText(min(common.width, common.height)))",
            notes: [
              .init(at: first.source, "\(first.name) covers \(first.box.millimetres)"),
              .init(at: second.source, "\(second.name) covers \(second.box.millimetres)"),
            ],
            fixes: ["move one of them, or choose a larger pitch or smaller arrays"]
          )
        )
      }
      active.append(index)
    }
  }
}
