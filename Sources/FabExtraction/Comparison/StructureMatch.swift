import FabRecipe

/// What the structure of a layout has in common with a schematic, names and places left aside.
struct StructureMatch {
  /// The devices of each connected part of the layout without a partner.
  private(set) var unmatchedLayout: [[Int]] = []
  /// The devices of each connected part of the schematic without a partner.
  private(set) var unmatchedSchematic: [[Int]] = []
  /// The schematic's net of each matched net of the layout; one of several choices where parts are alike.
  private(set) var netPartners: [Int: Int] = [:]

  /// Whether the structures are equal.
  var isEqual: Bool { unmatchedLayout.isEmpty && unmatchedSchematic.isEmpty }

  init(wafer: ExtractedWafer, schematic: Schematic) {
    var kinds: [ComponentName: Int] = [:]
    func kind(_ name: ComponentName?) -> Int {
      guard let name else { return -1 }
      if let known = kinds[name] { return known }
      kinds[name] = kinds.count
      return kinds.count - 1
    }
    let layout = CircuitGraph(
      netCount: wafer.nets.count,
      edges: wafer.devices.map {
        .init(kind: kind($0.component?.name), bottom: $0.bottomNet, top: $0.topNet)
      }
    )
    let meant = CircuitGraph(
      netCount: schematic.nets.count,
      edges: schematic.devices.map {
        .init(kind: kind($0.component), bottom: $0.bottom, top: $0.top)
      }
    )
    match(layout, meant)
  }

  private mutating func match(_ layout: CircuitGraph, _ meant: CircuitGraph) {
    struct Part {
      let devices: [Int]
      let graph: CircuitGraph
      let nets: [Int]
    }
    var open: [UInt64: [Part]] = [:]
    for devices in meant.parts() {
      let (graph, nets) = meant.part(devices)
      open[NetColouring(graph).signature, default: []]
        .append(Part(devices: devices, graph: graph, nets: nets))
    }
    for devices in layout.parts() {
      let (graph, nets) = layout.part(devices)
      let signature = NetColouring(graph).signature
      let candidates = open[signature] ?? []
      var found = false
      for (index, part) in candidates.enumerated() {
        guard let map = GraphMatch.find(graph, part.graph) else { continue }
        for (net, partner) in map.enumerated() { netPartners[nets[net]] = part.nets[partner] }
        open[signature]?.remove(at: index)
        found = true
        break
      }
      if !found { unmatchedLayout.append(devices) }
    }
    unmatchedSchematic = open.values.flatMap { $0.map(\.devices) }.sorted { $0[0] < $1[0] }
  }
}
