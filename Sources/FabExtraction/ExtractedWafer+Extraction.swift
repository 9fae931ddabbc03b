public import FabGeometry
public import FabLayout
public import FabRecipe

extension ExtractedWafer {
  /// Extracts nets and devices from merged shapes.
  ///
  /// - Parameters:
  ///   - regions: The merged shapes by layer; only openings count.
  ///   - flow: The flow that the levels belong to.
  ///   - sites: The PCUs and single devices that findings are assigned to.
  ///   - contacts: Where probes meet the wafer.
  /// - Complexity: O(*n* log *n*) in the number of pieces of similar size.
  public init(
    regions: [Layer: Region],
    flow: ProcessFlow,
    sites: [Site] = [],
    contacts: [Contact] = []
  ) {
    self.init(
      regions: regions,
      overlaps: DeviceOverlap.find(in: regions, flow: flow),
      flow: flow,
      sites: sites,
      contacts: contacts
    )
  }

  /// Extracts nets and devices from what design rules have looked at already.
  public init(context: RuleContext, sites: [Site] = [], contacts: [Contact] = []) {
    self.init(
      regions: context.regions,
      overlaps: context.overlaps,
      flow: context.flow,
      sites: sites,
      contacts: contacts
    )
  }

  init(
    regions: [Layer: Region],
    overlaps: [DeviceOverlap],
    flow: ProcessFlow,
    emptyLevels: [LevelName]? = nil,
    sites: [Site],
    contacts: [Contact]
  ) {
    let pieces = ConductorPieces(regions: regions, flow: flow)
    let (placed, unresolved) = PlacedOverlap.place(overlaps, in: pieces)
    let probed = pieces.topmostPieces(at: contacts.map(\.position))
    let (netOfPiece, nets) = Self.nets(joining: placed, pieces: pieces, probed: probed)
    let index = SiteIndex(sites)
    var devices: [ExtractedDevice] = []
    var crossings: [ExtractedDevice] = []
    var joints: [ExtractedDevice] = []
    var parasitics: [Parasitic] = []
    var kinds = Self.kinds(of: placed, in: pieces)[...]
    for one in placed {
      let device = ExtractedDevice(
        overlap: one.overlap,
        bottomShape: one.bottom,
        topShape: one.top,
        bottomNet: netOfPiece[one.bottom],
        topNet: netOfPiece[one.top],
        site: index.site(of: one.overlap.box.center)
      )
      switch one.overlap.component?.kind {
      case .contact: joints.append(device)
      case .insulatedCrossing: crossings.append(device)
      case .diode, .multistateMemristor, .binaryMemristor, .device: devices.append(device)
      case nil:
        guard let kind = kinds.popFirst() else { continue }
        parasitics.append(Parasitic(kind: kind, device: device))
      }
    }
    self.flow = flow
    shapes = pieces.shapes.enumerated()
      .map { ConductorShape(level: $1.level, polygon: $1.polygon, net: netOfPiece[$0]) }
    self.nets = nets
    self.devices = devices
    self.crossings = crossings
    self.joints = joints
    self.parasitics = parasitics
    self.unresolved = unresolved
    self.emptyLevels =
      emptyLevels ?? flow.levels.map(\.name).filter { regions[Layer($0)]?.isEmpty ?? true }
    self.sites = sites
    self.contacts = contacts
    netsOfContacts = probed.map { $0.map { netOfPiece[$0] } }
  }

  /// Joins pieces that touch: by a contact, or because nothing lies between them.
  private static func nets(
    joining placed: [PlacedOverlap],
    pieces: ConductorPieces,
    probed: [Int?]
  ) -> (netOfPiece: [Int], nets: [ExtractedNet]) {
    var sets = DisjointSets(count: pieces.shapes.count)
    for one in placed where one.isConducting { sets.join(one.bottom, one.top) }
    var netOfPiece: [Int] = []
    var members: [[Int]] = []
    for piece in pieces.shapes.indices {
      let root = sets.root(of: piece)
      if root == piece {
        netOfPiece.append(members.count)
        members.append([piece])
      } else {
        netOfPiece.append(netOfPiece[root])
        members[netOfPiece[root]].append(piece)
      }
    }
    var contacts: [[Int]] = members.map { _ in [] }
    for (contact, piece) in probed.enumerated() {
      if let piece { contacts[netOfPiece[piece]].append(contact) }
    }
    let nets = members.enumerated()
      .map { net, shapes in
        let boxes = shapes.map { pieces.shapes[$0].polygon.boundingBox }
        return ExtractedNet(
          shapes: shapes,
          box: boxes.dropFirst().reduce(boxes[0]) { $0.union($1) },
          contacts: contacts[net]
        )
      }
    return (netOfPiece, nets)
  }

  /// What each overlap without a component is, in the order of the overlaps.
  ///
  /// Parts of one overlap that differ in their films are judged together: both conductors of a crossing go on
  /// beyond all of them.
  private static func kinds(
    of placed: [PlacedOverlap],
    in pieces: ConductorPieces
  ) -> [ParasiticKind] {
    struct Pair: Hashable {
      let bottom: Int
      let top: Int
    }
    let boxes = Dictionary(
      grouping: placed,
      by: { Pair(bottom: $0.bottom, top: $0.top) }
    )
    .mapValues { $0.map(\.overlap.box) }
    return placed.filter { $0.overlap.component == nil }
      .map { one in
        let parts = boxes[Pair(bottom: one.bottom, top: one.top)] ?? []
        var whole = one.overlap.box
        var grows = true
        while grows {
          let next = parts.filter { $0.touches(whole) }.reduce(whole) { $0.union($1) }
          grows = next != whole
          whole = next
        }
        return kind(of: one, whole: whole, in: pieces)
      }
  }

  private static func kind(
    of one: PlacedOverlap,
    whole box: Box,
    in pieces: ConductorPieces
  ) -> ParasiticKind {
    let center = one.overlap.box.center
    let left = Point(x: box.min.x - 1, y: center.y)
    let right = Point(x: box.max.x + 1, y: center.y)
    let below = Point(x: center.x, y: box.min.y - 1)
    let above = Point(x: center.x, y: box.max.y + 1)
    func passes(_ piece: Int, _ first: Point, _ second: Point) -> Bool {
      let outline = pieces.shapes[piece].polygon.outer
      return outline.containsOrTouches(first) && outline.containsOrTouches(second)
    }
    let isCrossing =
      (passes(one.bottom, left, right) && passes(one.top, below, above))
      || (passes(one.bottom, below, above) && passes(one.top, left, right))
    if isCrossing { return .uninsulatedCrossing }
    return one.overlap.between.isEmpty ? .short : .unknownStack
  }
}
