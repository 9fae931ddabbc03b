public import FabGeometry
public import FabRecipe

/// The PCU cell: a pure function of its parameters and of the flow's levels.
public struct PCUCell: Sendable {
  /// Whether the bit line passes through the cell or ends at M1.
  public enum BitLine: Sendable {
    /// The bit line goes on to the row above and crosses the word line.
    case through
    /// The cell is the last on its bit line.
    case ending
  }

  /// The dimensions.
  public let parameters: PCUCellParameters
  /// The distance between neighbouring cells, to which word and bit lines are extended.
  public let pitch: Int
  /// The levels by their part in the PCU.
  public let roles: PCURoles
  /// The flow that the levels belong to.
  public let flow: ProcessFlow

  /// Creates a cell description.
  ///
  /// - Precondition: The pitch is at least the cell's size.
  public init(parameters: PCUCellParameters, pitch: Int, roles: PCURoles, flow: ProcessFlow) {
    precondition(pitch >= parameters.size, "a pitch of \(pitch) nm is below the cell's size")
    self.parameters = parameters
    self.pitch = pitch
    self.roles = roles
    self.flow = flow
  }

  /// Returns the cell with its shapes merged on each level.
  public func cell(named name: CellName, bitLine: BitLine) -> Cell {
    var boxes: [LevelName: [Box]] = [:]
    boxes[roles.bottomConductor, default: []] += [
      Box(0, parameters.wordLine.lower, pitch, parameters.wordLine.upper),
      parameters.wordLineTab, parameters.island,
    ]
    let end = bitLine == .through ? pitch : parameters.bitLineEnd
    boxes[roles.topConductor, default: []] += [
      parameters.commonCathode, parameters.cathodeLink, parameters.configurePad2,
      Box(parameters.bitLine.lower, 0, parameters.bitLine.upper, end), parameters.multistateTab,
    ]
    boxes[roles.binaryConductor, default: []].append(parameters.binaryElectrode)
    for level in flow.levels where !level.isConductor {
      let films = filmBoxes(on: level, bitLine: bitLine)
      if !films.isEmpty { boxes[level.name, default: []] += films }
    }
    let shapes = boxes.map { level, boxes in
      (Layer(level), Region(boxes.map { Polygon($0) }).polygons)
    }
    let frame = Polygon(Box(0, 0, parameters.size, parameters.size))
    return Cell(
      name: name,
      shapes: Dictionary(uniqueKeysWithValues: shapes)
        .merging([Layer(roles.bottomConductor, .reference): [frame]]) { first, _ in first },
      labels: [
        Label("CL1", on: Layer(roles.bottomConductor), at: contactPoints.configure1),
        Label("CL2", on: Layer(roles.topConductor), at: contactPoints.configure2),
      ]
    )
  }

  /// Where probes meet the configure pads, from the cell's lower left corner.
  public var contactPoints: (configure1: Point, configure2: Point) {
    (parameters.configurePad1.center, parameters.configurePad2.center)
  }

  private func filmBoxes(on level: MaskLevel, bitLine: BitLine) -> [Box] {
    func has(_ component: Component) -> Bool { level.components.contains(component.name) }
    var boxes: [Box] = []
    if has(roles.diode) { boxes += [parameters.forwardDiodeFilms, parameters.backwardDiodeFilms] }
    if has(roles.binary) { boxes.append(parameters.binaryFilms) }
    if has(roles.multistate) { boxes.append(parameters.multistateFilms) }
    if let crossing = roles.crossing, has(crossing), bitLine == .through {
      // The word line keeps its distance to the cell's lower edge, so the crossing needs no shift.
      boxes.append(parameters.crossingFilms)
    }
    return boxes
  }
}
