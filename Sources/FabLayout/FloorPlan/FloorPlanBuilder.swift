import FabDiagnostics
import FabGeometry
import FabRecipe

/// Turns the groups of a floor plan into blocks.
struct FloorPlanBuilder {
  let plan: FloorPlan
  let flow: ProcessFlow
  let recipeName: String

  /// Returns all blocks in the order of the plan: arrays, singles, devices, fiducials, windows.
  func blocks() throws(DiagnosticError) -> [Block] {
    try checkNames()
    var blocks: [Block] = []
    if !plan.arrays.isEmpty || !plan.singles.isEmpty { blocks += try pcuBlocks() }
    for group in plan.devices { blocks += try deviceBlocks(group) }
    blocks += numbered(plan.fiducials, prefix: "F", kind: .mark, content: fiducial)
    for group in plan.windows { blocks += try windowBlocks(group) }
    return blocks
  }

  /// Refuses groups of one name, whose blocks could only be told apart by their number of digits.
  private func checkNames() throws(DiagnosticError) {
    let groups =
      plan.arrays.map { ($0.prefix, $0.spots.first?.source) }
      + plan.singles.map { ($0.prefix, $0.spots.first?.source) }
      + plan.devices.map { ($0.prefix, $0.spots.first?.source) }
    var seen: [String: Place?] = [:]
    for (name, source) in groups {
      if let earlier = seen.updateValue(source, forKey: name) {
        throw DiagnosticError(
          Diagnostic(
            .duplicateName,
            at: source,
            "two groups are named '\(name)'",
            notes: [.init(at: earlier, "the first stands here")],
            fixes: ["give one of the groups another 'name'"]
          )
        )
      }
    }
  }

  private func pcuBlocks() throws(DiagnosticError) -> [Block] {
    let roles = try PCURoles(flow, recipeName: recipeName)
    var blocks: [Block] = []
    for group in plan.arrays {
      try check(group.array, roles: roles, source: group.spots.first?.source)
      let name = cellName("ARRAY_\(group.array.rows)X\(group.array.columns)", group.array, .init())
      let pcu = PCUCell(
        parameters: plan.pcu,
        pitch: group.array.pitch,
        roles: roles,
        flow: flow
      )
      let content = PCUArray(array: group.array, pcu: pcu).block(named: name)
      blocks += numbered(group.spots, prefix: group.prefix, kind: .array, content: content)
    }
    for group in plan.singles {
      let name = cellName("SINGLE", group.array, .single)
      var array = group.array
      array.pitch = plan.pcu.size
      let pcu = PCUCell(parameters: plan.pcu, pitch: array.pitch, roles: roles, flow: flow)
      let content = PCUArray(array: array, pcu: pcu).block(named: name)
      blocks += numbered(group.spots, prefix: group.prefix, kind: .single, content: content)
    }
    return blocks
  }

  /// A cell name that tells apart groups whose dimensions differ from the default.
  private func cellName(
    _ base: String,
    _ array: ArrayParameters,
    _ standard: ArrayParameters
  ) -> String {
    var name = base
    if array.pitch != standard.pitch { name += "_P\(array.pitch / 1000)" }
    if (array.padStrip, array.padLength, array.padWidth)
      != (standard.padStrip, standard.padLength, standard.padWidth)
    {
      name += "_PADS\(array.padStrip / 1000)_\(array.padLength / 1000)_\(array.padWidth / 1000)"
    }
    return name
  }

  private func check(
    _ array: ArrayParameters,
    roles: PCURoles,
    source: Place?
  ) throws(DiagnosticError) {
    guard array.pitch >= plan.pcu.size else {
      throw DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: source,
          "the pitch of \(millimetreText(array.pitch)) is below the PCU cell's size of "
            + millimetreText(plan.pcu.size),
          fixes: ["choose a pitch of at least \(millimetreText(plan.pcu.size))"]
        )
      )
    }
    let extent = max(array.rows, array.columns) * array.pitch + array.padStrip
    guard extent <= GridReader.farthest else {
      throw DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: source,
          "an array of \(array.rows) x \(array.columns) cells measures \(millimetreText(extent)); "
            + "layouts reach to 1000 mm at most",
          fixes: ["choose fewer rows and columns, or a smaller pitch"]
        )
      )
    }
    guard array.rows == 1 || roles.crossing != nil else {
      throw DiagnosticError(
        Diagnostic(
          .missingRole,
          at: .file(recipeName),
          "an array of \(array.rows) rows needs a component of the kind insulated-crossing: its bit "
            + "lines cross word lines; the recipe has none",
          fixes: ["declare one, for instance [fto, ins, au], or use arrays of one row"]
        )
      )
    }
  }

  private func deviceBlocks(_ group: DeviceGroup) throws(DiagnosticError) -> [Block] {
    guard let component = flow.component(named: group.component) else {
      let known = flow.components.map(\.name.text)
      throw DiagnosticError(
        Diagnostic(
          .unknownComponent,
          at: group.spots.first?.source,
          "the recipe has no component '\(group.component)'"
            + NearMiss.question(for: group.component.text, among: known),
          notes: [.init("its components are \(known.joined(separator: ", "))")]
        )
      )
    }
    let name =
      "DEVICE_\(component.name.text.uppercased().replacing("-", with: "_"))"
      + "_\(group.width / 1000)X\(group.height / 1000)"
    let content = DeviceCell(component: component, width: group.width, height: group.height)
      .block(named: name, flow: flow)
    return numbered(group.spots, prefix: group.prefix, kind: .device, content: content)
  }

  private func windowBlocks(_ group: WindowGroup) throws(DiagnosticError) -> [Block] {
    guard flow.level(named: group.level) != nil else {
      let known = flow.levels.map(\.name.text)
      throw DiagnosticError(
        Diagnostic(
          .unknownLevel,
          at: group.spots.first?.source,
          "the recipe has no mask level '\(group.level)'"
            + NearMiss.question(for: group.level.text, among: known),
          notes: [.init("its levels are \(known.joined(separator: ", "))")]
        )
      )
    }
    let half = group.size / 2
    let box = Box(-half, -half, group.size - half, group.size - half)
    let cell = Cell(
      name: CellName("WINDOW_\(group.level)_\(group.size / 1000)"),
      shapes: [Layer(group.level): [Polygon(box)]]
    )
    let content = BlockCell(cells: [cell], box: box, sites: [], contacts: [], crossings: 0)
    return numbered(group.spots, prefix: "W_\(group.level)_", kind: .mark, content: content)
  }

  private var fiducial: BlockCell {
    BlockCell(
      cells: [FiducialCell.cell(named: CellName("FIDUCIAL"), flow: flow)],
      box: FiducialCell.box,
      sites: [],
      contacts: [],
      crossings: 0
    )
  }

  /// Blocks of one content, numbered from 1 with as many digits as the last number has.
  private func numbered(
    _ spots: [Spot],
    prefix: String,
    kind: Block.Kind,
    content: BlockCell
  ) -> [Block] {
    let digits = String(spots.count).count
    let middle = content.box.center
    return spots.enumerated()
      .map { index, spot in
        let number = String(index + 1)
        let name = prefix + String(repeating: "0", count: digits - number.count) + number
        return Block(
          kind: kind,
          name: name,
          content: content,
          offset: spot.position - middle,
          source: spot.source
        )
      }
  }
}
