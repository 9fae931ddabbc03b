public import FabDiagnostics
import FabGeometry
import FabRecipe
import FabUnits
import FabYAML

extension FloorPlan {
  /// The first line of a floor plan file.
  public static let format = "pcu-fab floor plan 1"

  /// Reads a floor plan file.
  ///
  /// - Throws: A ``DiagnosticError`` with every defect of the file.
  public static func read(_ source: SourceText) throws(DiagnosticError) -> FloorPlan {
    let collector = DiagnosticCollector()
    let root = try YAMLNode.parse(source)
    var plan: FloorPlan?
    if let reader = MappingReader(root, of: "a floor plan", collector: collector) {
      plan = read(reader, collector: collector)
      reader.finish()
    }
    guard let plan, !collector.hasErrors else {
      throw DiagnosticError(collector.diagnostics)
    }
    return plan
  }

  private static func read(_ root: MappingReader, collector: DiagnosticCollector) -> FloorPlan? {
    let grid = GridReader(collector: collector)
    if let node = root.requiredNode("format"), node.scalarText != format {
      collector.add(
        Diagnostic(
          .unknownFormat,
          at: node.place,
          "'format' is '\(format)'; found \(node.quotedOrKind)"
        )
      )
    }
    let nameNode = root.requiredNode("name")
    let name = nameNode?.text(of: "name", collector: collector)
    if let nameNode, let name, !isValid(name: name) {
      collector.add(
        Diagnostic(
          .invalidName,
          at: nameNode.place,
          "the name '\(name)' becomes a folder: letters, digits, '-', '_' and '.' only"
        )
      )
    }
    let wafer = root.requiredMapping("wafer", of: "a wafer")
      .flatMap {
        readWafer($0, collector: collector)
      }
    // Without a wafer the rest is still read, so that its defects are reported at once.
    guard let standIn = Wafer(size: .inch4, mark: .none, edgeExclusion: 4_000_000) else {
      return nil
    }
    var plan = FloorPlan(name: name ?? "", wafer: wafer ?? standIn)
    if let sheet = root.optionalMapping("sheet", of: "a sheet") {
      plan.sheet = readSheet(sheet, default: plan.sheet, grid: grid)
      check(plan.sheet, at: sheet.place, collector: collector)
    }
    if let pcu = root.optionalMapping("pcu", of: "a PCU cell") {
      plan.pcu = readPCU(pcu, grid: grid)
    }
    for node in root.optionalList("arrays") {
      plan.arrays += node.reader(of: "an array group", collector).map { readArray($0, grid: grid) }
    }
    for node in root.optionalList("singles") {
      plan.singles += node.reader(of: "a group of singles", collector)
        .map {
          readSingles($0, grid: grid)
        }
    }
    for node in root.optionalList("devices") {
      plan.devices += node.reader(of: "a group of devices", collector)
        .map {
          readDevices($0, grid: grid)
        }
    }
    if let fiducials = root.optionalMapping("fiducials", of: "fiducials") {
      plan.fiducials = grid.spots(fiducials)
      fiducials.finish()
    }
    for node in root.optionalList("windows") {
      plan.windows += node.reader(of: "a group of windows", collector)
        .map {
          readWindows($0, grid: grid)
        }
    }
    if let limits = root.optionalMapping("operatorLimits", of: "operator limits") {
      plan.operatorLimits = readLimits(limits, collector: collector)
    }
    return wafer == nil || name == nil ? nil : plan
  }

  /// Whether a name can be a folder on every system.
  static func isValid(name: String) -> Bool {
    let allowed = name.unicodeScalars.allSatisfy { scalar in
      ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        || scalar == "-" || scalar == "_" || scalar == "."
    }
    return allowed && !name.isEmpty && !name.hasPrefix(".") && name.count <= 64
  }

  private static func readWafer(_ reader: MappingReader, collector: DiagnosticCollector) -> Wafer? {
    let grid = GridReader(collector: collector)
    let size = reader.requiredChoice("size", of: WaferSize.self)
    let mark = reader.optionalChoice("mark", of: WaferMark.self) ?? .none
    let exclusion = reader.optionalNode("edgeExclusion")
      .flatMap {
        grid.nanometres($0, of: "edgeExclusion", in: .notNegative)
      }
    reader.finish()
    guard let size else { return nil }
    let width = exclusion ?? Wafer.defaultEdgeExclusion
    guard width < size.diameter / 2 else {
      collector.add(
        Diagnostic(
          .outOfRange,
          at: reader.place,
          "'edgeExclusion' is \(Double(width) / 1e6) mm, as wide as the radius of the wafer"
        )
      )
      return nil
    }
    guard let wafer = Wafer(size: size, mark: mark, edgeExclusion: width) else {
      let others = WaferMark.allCases.filter {
        Wafer(size: size, mark: $0, edgeExclusion: width) != nil
      }
      collector.add(
        Diagnostic(
          .outOfRange,
          at: reader.place,
          "a \(size.rawValue) wafer has no standard mark '\(mark.rawValue)'",
          fixes: ["choose one of \(others.map(\.rawValue).joined(separator: ", "))"]
        )
      )
      return nil
    }
    return wafer
  }

  private static func readSheet(
    _ reader: MappingReader,
    default value: SheetParameters,
    grid: GridReader
  ) -> SheetParameters {
    var sheet = value
    sheet.size = grid.length("size", reader, default: sheet.size)
    sheet.cornerRadius = grid.length("cornerRadius", reader, default: sheet.cornerRadius)
    sheet.pinHole = grid.length("pinHole", reader, default: sheet.pinHole)
    sheet.pinDistance = grid.length("pinDistance", reader, default: sheet.pinDistance)
    sheet.slotTravel = grid.length("slotTravel", reader, default: sheet.slotTravel)
    sheet.keyHole = grid.length("keyHole", reader, default: sheet.keyHole)
    sheet.keyHeight = grid.length("keyHeight", reader, default: sheet.keyHeight)
    sheet.textPitch = grid.length("textPitch", reader, default: sheet.textPitch)
    reader.finish()
    return sheet
  }

  /// The least diameter of a hole of the sheet: no technology makes a smaller one round.
  private static let leastHole = 1_000

  /// Reports holes and corners that the sheet has no space for, and holes that are none.
  private static func check(
    _ sheet: SheetParameters,
    at place: Place,
    collector: DiagnosticCollector
  ) {
    let half = sheet.size / 2
    let demands = [
      ("cornerRadius", sheet.cornerRadius, half),
      ("pinDistance", sheet.pinDistance + (sheet.pinHole + sheet.slotTravel) / 2, half),
      ("keyHeight", sheet.keyHeight + sheet.keyHole / 2, half),
    ]
    let holes = [("pinHole", sheet.pinHole), ("keyHole", sheet.keyHole)]
    for (key, diameter) in holes where diameter < leastHole {
      collector.add(
        Diagnostic(
          .outOfRange,
          at: place,
          "'\(key)' is \(millimetreText(diameter)); a hole is at least \(millimetreText(leastHole)) wide",
          fixes: ["check the unit of '\(key)'"]
        )
      )
    }
    for (key, reach, limit) in demands where reach > limit {
      collector.add(
        Diagnostic(
          .outOfRange,
          at: place,
          "'\(key)' reaches \(millimetreText(reach)) from the middle of the sheet, which ends at "
            + millimetreText(limit),
          fixes: ["choose a smaller '\(key)', or a larger 'size'"]
        )
      )
    }
  }

  private static func readPCU(_ reader: MappingReader, grid: GridReader) -> PCUCellParameters {
    var cell = PCUCellParameters()
    cell.size = grid.length("size", reader, default: cell.size)
    cell.bitLineEnd = grid.length("bitLineEnd", reader, default: cell.bitLineEnd)
    cell.wordLine = grid.interval("wordLine", reader, default: cell.wordLine)
    cell.bitLine = grid.interval("bitLine", reader, default: cell.bitLine)
    let frame = Box(0, 0, cell.size, cell.size)
    var outside: [String] = []
    for (key, path) in PCUCellParameters.boxes {
      cell[keyPath: path] = grid.box(key, reader, default: cell[keyPath: path])
      if !frame.contains(cell[keyPath: path]) { outside.append(key) }
    }
    for (key, line) in [("wordLine", cell.wordLine), ("bitLine", cell.bitLine)]
    where line.lower < 0 || line.upper > cell.size {
      outside.append(key)
    }
    if cell.bitLineEnd > cell.size { outside.append("bitLineEnd") }
    reader.finish()
    if !outside.isEmpty {
      let names = outside.map { "'\($0)'" }.joined(separator: ", ")
      grid.collector.add(
        Diagnostic(
          .outOfRange,
          at: reader.place,
          "\(names) must lie within the cell, from 0 to \(millimetreText(cell.size))",
          fixes: ["move it into the cell, or enlarge 'size'"]
        )
      )
    }
    return cell
  }

  private static func readArray(_ reader: MappingReader, grid: GridReader) -> ArrayGroup {
    var array = ArrayParameters()
    array.rows = reader.optionalInteger("rows", in: 1...1000) ?? array.rows
    array.columns = reader.optionalInteger("columns", in: 1...1000) ?? array.columns
    array.pitch = grid.length("pitch", reader, default: array.pitch)
    readPads(of: &array, reader, grid: grid)
    let group = ArrayGroup(
      prefix: reader.optionalText("name") ?? "A",
      array: array,
      spots: grid.spots(reader)
    )
    reader.finish()
    return group
  }

  private static func readSingles(_ reader: MappingReader, grid: GridReader) -> SingleGroup {
    var array = ArrayParameters.single
    readPads(of: &array, reader, grid: grid)
    let group = SingleGroup(
      prefix: reader.optionalText("name") ?? "S",
      array: array,
      spots: grid.spots(reader)
    )
    reader.finish()
    return group
  }

  private static func readPads(
    of array: inout ArrayParameters,
    _ reader: MappingReader,
    grid: GridReader
  ) {
    array.padStrip = grid.length("padStrip", reader, default: array.padStrip)
    array.padLength = grid.length("padLength", reader, default: array.padLength)
    array.padWidth = grid.length("padWidth", reader, default: array.padWidth)
    guard array.padLength > array.padStrip else { return }
    grid.collector.add(
      Diagnostic(
        .outOfRange,
        at: reader.place,
        "'padLength' is \(Double(array.padLength) / 1e6) mm; it must fit 'padStrip', "
          + "which is \(Double(array.padStrip) / 1e6) mm"
      )
    )
  }

  private static func readDevices(_ reader: MappingReader, grid: GridReader) -> DeviceGroup {
    let group = DeviceGroup(
      prefix: reader.optionalText("name") ?? "D",
      component: ComponentName(reader.requiredText("component") ?? ""),
      width: grid.length("width", reader, default: 1_000_000),
      height: grid.length("height", reader, default: 1_000_000),
      spots: grid.spots(reader)
    )
    reader.finish()
    return group
  }

  private static func readLimits(
    _ reader: MappingReader,
    collector: DiagnosticCollector
  ) -> [OperatorLimitEntry] {
    reader.entries()
      .compactMap { name, place, value in
        if value.scalarText == "none" {
          return OperatorLimitEntry(name: name, limit: nil, place: place)
        }
        let limit: Fraction? = value.quantity(
          of: name,
          in: .notNegative,
          collector: collector
        )
        return limit.map { OperatorLimitEntry(name: name, limit: $0, place: place) }
      }
  }

  private static func readWindows(_ reader: MappingReader, grid: GridReader) -> WindowGroup {
    let group = WindowGroup(
      level: LevelName(reader.requiredText("level") ?? ""),
      size: grid.length("size", reader, default: 4_000_000),
      spots: grid.spots(reader)
    )
    reader.finish()
    return group
  }
}

extension YAMLNode {
  fileprivate func reader(of subject: String, _ collector: DiagnosticCollector) -> [MappingReader] {
    MappingReader(self, of: subject, collector: collector).map { [$0] } ?? []
  }
}
