import FabLayout

/// Which nets of a layout are which nets of the schematic, by the contacts that lie on them.
struct NetAnchors {
  /// For each net of the schematic the layout's net below its contact; `nil` without contact or conductor.
  let layoutNets: [Int?]
  /// For each net of the layout the schematic's nets whose contacts lie on it, ascending.
  let schematicNets: [[Int]]
  /// The first contact of each net of the schematic.
  let contacts: [Int?]
  /// The nets of the schematic whose contact has no conductor below.
  let missingPads: [Int]
  /// For each net of the schematic the first one that it's merged with, which may be itself.
  let classes: [Int]

  init(wafer: ExtractedWafer, schematic: Schematic) {
    let numbers = Dictionary(
      schematic.nets.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var layoutNets: [Int?] = schematic.nets.map { _ in nil }
    var contacts: [Int?] = layoutNets
    var schematicNets: [[Int]] = wafer.nets.map { _ in [] }
    var missing: [Int] = []
    for (index, contact) in wafer.contacts.enumerated() {
      guard let net = numbers[contact.name], contacts[net] == nil else { continue }
      contacts[net] = index
      if let found = wafer.netsOfContacts[index] {
        layoutNets[net] = found
        schematicNets[found].append(net)
      } else {
        missing.append(net)
      }
    }
    self.layoutNets = layoutNets
    self.schematicNets = schematicNets.map { $0.sorted() }
    self.contacts = contacts
    missingPads = missing
    let merged = self.schematicNets
    classes = layoutNets.enumerated()
      .map { net, found in found.flatMap { merged[$0].first } ?? net }
  }

  /// Whether every net of the schematic has a contact.
  var isComplete: Bool { contacts.allSatisfy { $0 != nil } }

  /// The class of schematic nets that a net of the layout is; `nil` if no contact lies on it.
  func classOf(layoutNet net: Int) -> Int? { schematicNets[net].first }
}
