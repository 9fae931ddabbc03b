import FabDiagnostics

/// The units, blocks and entities of a DXF file.
struct DXFDrawing {
  /// A block: its entities and the point that is put where it's inserted.
  struct Block {
    var x: Double
    var y: Double
    var entities: [DXFEntity]
  }

  /// The most curves that blocks are expanded to [ours].
  static let curveLimit = 1_000_000
  /// The greatest number of blocks inside one another [ours].
  static let depthLimit = 64

  /// The length of one unit.
  private(set) var nanometresPerUnit = 1e6
  /// Warnings about the header.
  private(set) var warnings: [Diagnostic] = []
  /// What had to be left out so far.
  var leftOut = DXFLeftOut()
  private let source: DXFSource
  private var blocks: [String: Block] = [:]
  private var entities: [DXFEntity] = []

  /// Reads the sections of a file.
  init(source: DXFSource) throws(DiagnosticError) {
    self.source = source
    let records = try DXFRecord.records(of: source)
    guard records.contains(where: { $0.kind == "SECTION" }) else {
      throw source.corrupt(line: 1, "the file has no SECTION, so it isn't DXF")
    }
    var units: (number: Int, line: Int)?
    var index = 0
    while index < records.count {
      let record = records[index]
      index += 1
      guard record.kind == "SECTION" else { continue }
      let end = records[index...].firstIndex { $0.kind == "ENDSEC" || $0.kind == "SECTION" }
      guard let end, records[end].kind == "ENDSEC" else {
        throw source.corrupt(line: record.line, "this SECTION has no ENDSEC")
      }
      let content = records[index..<end]
      switch record.text(2) {
      case "HEADER": units = try Self.units(of: record)
      case "BLOCKS": try readBlocks(content)
      case "ENTITIES": entities = try DXFEntity.entities(of: content, leftOut: &leftOut)
      case .some, .none: break
      }
      index = end + 1
    }
    setUnits(units)
  }

  private static func units(of header: DXFRecord) throws(DiagnosticError) -> (Int, Int)? {
    guard
      let name = header.groups.firstIndex(where: { $0.code == 9 && $0.value == "$INSUNITS" }),
      header.groups.indices.contains(name + 1)
    else { return nil }
    let group = header.groups[name + 1]
    guard group.code == 70, let number = Int(group.value) else {
      throw header.source.corrupt(line: group.line, "$INSUNITS isn't a whole number")
    }
    return (number, group.line)
  }

  private mutating func setUnits(_ units: (number: Int, line: Int)?) {
    if let units, let length = DXFUnits.nanometres(of: units.number) {
      nanometresPerUnit = length
      return
    }
    let found =
      units.map { "$INSUNITS is \($0.number), which names no length" } ?? "$INSUNITS is missing"
    warnings.append(
      Diagnostic(
        .missingUnit,
        severity: .warning,
        at: units.map { source.place(line: $0.line) } ?? .file(source.file),
        "\(found); millimetres are assumed",
        fixes: ["export the file with its unit"]
      )
    )
  }

  private mutating func readBlocks(_ records: ArraySlice<DXFRecord>) throws(DiagnosticError) {
    var index = records.startIndex
    while index < records.endIndex {
      let record = records[index]
      index += 1
      guard record.kind == "BLOCK" else { continue }
      guard let end = records[index...].firstIndex(where: { $0.kind == "ENDBLK" }) else {
        throw source.corrupt(line: record.line, "this BLOCK has no ENDBLK")
      }
      guard let name = record.text(2) else {
        throw source.corrupt(line: record.line, "this BLOCK has no name (group 2)")
      }
      blocks[name] = Block(
        x: try record.number(10) ?? 0,
        y: try record.number(20) ?? 0,
        entities: try DXFEntity.entities(of: records[index..<end], leftOut: &leftOut)
      )
      index = end + 1
    }
  }

  /// Returns the curves by layer, blocks expanded.
  mutating func expandedCurves() throws(DiagnosticError) -> [String: [DXFCurve]] {
    var result: [String: [DXFCurve]] = [:]
    var count = 0
    try expand(entities, placed: .identity, layer: nil, path: [], count: &count, into: &result)
    return result
  }

  private mutating func expand(
    _ entities: [DXFEntity],
    placed placement: DXFPlacement,
    layer: String?,
    path: [String],
    count: inout Int,
    into result: inout [String: [DXFCurve]]
  ) throws(DiagnosticError) {
    for entity in entities {
      switch entity {
      case .curve(let curve):
        count += 1
        guard count <= Self.curveLimit else { throw tooMuch(line: curve.line) }
        guard var placed = placement.apply(curve) else {
          leftOut.note("arcs in blocks of uneven scale were left out", line: curve.line)
          continue
        }
        // Layer 0 inside a block stands for the layer of the insertion.
        if curve.layer == "0", let layer { placed.layer = layer }
        result[placed.layer, default: []].append(placed)
      case .insertion(let insertion):
        guard let block = blocks[insertion.block] else { throw unknown(insertion) }
        guard !path.contains(insertion.block) else { throw cycle(insertion, path: path) }
        guard path.count < Self.depthLimit else { throw tooMuch(line: insertion.line) }
        let origin = DXFPlacement.move(-block.x, -block.y)
        let inherited = insertion.layer == "0" ? layer ?? "0" : insertion.layer
        for place in 0..<insertion.columns * insertion.rows {
          count += 1
          guard count <= Self.curveLimit else { throw tooMuch(line: insertion.line) }
          let local = insertion.placement(
            column: place % insertion.columns,
            row: place / insertion.columns
          )
          try expand(
            block.entities,
            placed: placement.after(local).after(origin),
            layer: inherited,
            path: path + [insertion.block],
            count: &count,
            into: &result
          )
        }
      }
    }
  }

  private func unknown(_ insertion: DXFInsertion) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        .unknownReference,
        at: source.place(line: insertion.line),
        "INSERT refers to the block '\(insertion.block)', which isn't in the file"
          + NearMiss.question(for: insertion.block, among: blocks.keys.sorted()),
        fixes: ["export the file with its blocks, or explode them"]
      )
    )
  }

  private func cycle(_ insertion: DXFInsertion, path: [String]) -> DiagnosticError {
    let start = path.firstIndex(of: insertion.block) ?? 0
    let names = (path[start...] + [insertion.block]).map { "'\($0)'" }.joined(separator: " -> ")
    return DiagnosticError(
      Diagnostic(
        .referenceCycle,
        at: source.place(line: insertion.line),
        "blocks contain one another in a cycle: \(names)",
        fixes: ["remove one of these insertions"]
      )
    )
  }

  private func tooMuch(line: Int) -> DiagnosticError {
    DiagnosticError(
      Diagnostic(
        .outOfRange,
        at: source.place(line: line),
        "the blocks expand to more than \(Self.curveLimit) curves or lie more than "
          + "\(Self.depthLimit) deep",
        fixes: ["check the columns and rows of the insertions"]
      )
    )
  }
}
