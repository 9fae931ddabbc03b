import FabDiagnostics
import FabExchange
import FabStore

/// The newest bins of a wafer with what they mean.
struct WaferBinSource {
  /// The wafer with its PCUs.
  let place: WaferSites
  /// The pass.
  let pass: BinPass
  /// The rules.
  let ruleset: String
  /// The bin of each site, by component.
  let bins: [String: [String: Int]]
  /// What the codes of a component mean.
  let definitions: [String: [FabStore.BinDefinition]]

  /// The components in the order of maps, the whole PCU first.
  static let components = ["PCU"] + ComponentName.allCases.map(\.rawValue)

  /// Reads them.
  ///
  /// - Throws: A ``DiagnosticError`` with `no-measurement` for a wafer that was never binned.
  init(of code: String, from reader: StoreReader) throws(DiagnosticError) {
    place = try WaferSites(of: code, from: reader)
    guard let last = try reader.all(BinPass.self, where: ["wafer": .text(code)]).last else {
      throw DiagnosticError(
        Diagnostic(
          .noMeasurement,
          at: .argument(code),
          "wafer '\(code)' was never binned",
          fixes: ["bin it with 'pcu-fab yield bin \(code)', or import a map with 'yield import'"]
        )
      )
    }
    pass = last
    let results = try reader.all(
      BinResult.self,
      where: ["wafer": .text(code), "pass": .integer(Int64(last.pass))]
    )
    let labels = Dictionary(place.sites.map { ($0.id, $0.label) }) { first, _ in first }
    var bins: [String: [String: Int]] = [:]
    for result in results {
      guard let label = labels[result.site] else { continue }
      bins[result.component, default: [:]][label] = result.code
    }
    self.bins = bins
    ruleset = results.first?.ruleset ?? ""
    definitions = Dictionary(
      grouping: try reader.all(FabStore.BinDefinition.self, where: ["ruleset": .text(ruleset)]),
      by: \.component
    )
  }

  /// The map of a component: that of the PCUs has the name that maps of devices have.
  static func layerName(of component: String) -> String {
    component == "PCU" ? "BinCodeMap" : component
  }

  /// The component that a map belongs to; `nil` for a name that no component has.
  static func component(ofLayer name: String) -> String? {
    if name == "BinCodeMap" { return "PCU" }
    return components.first { $0.lowercased() == name.lowercased() }
  }

  /// Maps of components on grids, those of one grid side by side.
  ///
  /// - Throws: A ``DiagnosticError`` with `no-measurement` for a component without bins.
  func maps(
    of components: [String],
    on grids: [SiteGrid]
  ) throws(DiagnosticError) -> [BinMap] {
    let identity = SubstrateIdentity(
      id: place.wafer.code,
      lot: place.wafer.lot,
      slot: place.wafer.slot,
      product: Tool.name
    )
    var layers: [[BinMap]] = []
    for component in components {
      let definitions = definitions[component] ?? []
      guard let bins = bins[component], !bins.isEmpty else {
        throw DiagnosticError(
          Diagnostic(
            .noMeasurement,
            at: .argument(place.wafer.code),
            "wafer '\(place.wafer.code)' has no bins of \(component) in binning \(pass.pass)",
            notes: [.init("it has those of \(self.bins.keys.sorted().joined(separator: ", "))")]
          )
        )
      }
      let codes = Set(definitions.map(\.code))
      layers.append(
        try SiteBins(
          substrate: identity,
          definitions: definitions.map {
            FabExchange.BinDefinition(
              code: $0.code,
              quality: BinQuality(rawValue: $0.quality),
              name: $0.name
            )
          },
          layers: [.init(name: Self.layerName(of: component), bins: bins)],
          // Places without a device need a code of their own.
          nullCode: (0...255).last { !codes.contains($0) } ?? 255
        )
        .maps(on: grids)
      )
    }
    return grids.indices.flatMap { grid in layers.map { $0[grid] } }
  }
}
