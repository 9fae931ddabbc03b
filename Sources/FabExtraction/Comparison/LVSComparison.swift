import FabGeometry
import FabLayout
import FabRecipe

/// Whether a layout makes what its schematic means, and where it doesn't.
///
/// Circuits are compared by structure: components, terminals and what hangs on common nets. Where every net of the
/// schematic has a contact of its name, the contacts' places also tell equal parts apart, so that two
/// lines that have changed places are found, and each difference has the name of its site.
public struct LVSComparison: Sendable {
  /// The limit within which an area may differ from the schematic's, or from the median of its component.
  public static let areaTolerance = 0.1

  /// The differences, ordered by kind, name and place.
  public let differences: [LVSDifference]
  /// Whether the circuits are equal if nobody cares which contact is which.
  public let structureMatches: Bool
  /// Whether contacts told the nets apart; otherwise only the structure was compared.
  public let isAnchored: Bool
  /// The index of the schematic's device for each of the layout's; `nil` where it has no partner.
  public let partners: [Int?]

  /// Whether nothing differs.
  public var matches: Bool { differences.isEmpty }

  /// Compares a layout with a schematic.
  ///
  /// - Parameters:
  ///   - wafer: The extracted layout.
  ///   - schematic: What it should be.
  ///   - areaTolerance: The greatest relative difference of a device's area from what is expected.
  public init(
    of wafer: ExtractedWafer,
    with schematic: Schematic,
    areaTolerance: Double = LVSComparison.areaTolerance
  ) {
    let anchors = NetAnchors(wafer: wafer, schematic: schematic)
    var report = DifferenceReport(wafer: wafer, schematic: schematic, anchors: anchors)
    isAnchored = anchors.isComplete && !schematic.nets.isEmpty
    var partners: [Int?] = wafer.devices.map { _ in nil }
    var counterparts: [Int: Int] = [:]
    if isAnchored {
      let pairing = DevicePairing(wafer: wafer, schematic: schematic, anchors: anchors)
      report.addNets()
      report.addDevices(pairing)
      for (device, partner) in pairing.partners { partners[device] = partner }
      counterparts = pairing.misconnected.reduce(into: pairing.partners) {
        $0[$1.layout] = $1.schematic
      }
    }
    // Anchored pairs without a difference are an assignment already: the search would only repeat it.
    if isAnchored, report.differences.isEmpty {
      structureMatches = true
    } else {
      let structure = StructureMatch(wafer: wafer, schematic: schematic)
      structureMatches = structure.isEqual
      if !isAnchored { report.addStructure(structure) }
    }
    report.addEmptyLevels()
    report.addAreas(tolerance: areaTolerance, partners: counterparts, isAnchored: isAnchored)
    report.addParasitics()
    report.addCrossings()
    report.addFloatingIslands()
    self.partners = partners
    differences = report.differences.sorted()
  }
}
