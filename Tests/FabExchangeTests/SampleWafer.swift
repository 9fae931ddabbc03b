import FabExchange

/// The 101 PCUs of the shipped wafer by name and position, and bins for them.
enum SampleWafer {
  /// Nine arrays of 3 x 3 at 18.5 mm, PCUs 5 mm apart, and five singles a side.
  static let sites: [MapSite] = {
    var sites: [MapSite] = []
    for array in 0..<9 {
      let x = Double(array % 3 - 1) * 18.5
      let y = Double(1 - array / 3) * 18.5
      for row in 0..<3 {
        for column in 0..<3 {
          sites.append(
            MapSite(
              name: "A\(array + 1).R\(row + 1)C\(column + 1)",
              group: "array",
              position: MapVector(
                x: x + Double(column - 1) * 5,
                y: y + Double(1 - row) * 5
              )
            )
          )
        }
      }
    }
    let along = [-16.0, -8, 0, 8, 16]
    let edges =
      along.map { ($0, 33.0) } + along.map { (33.0, -$0) } + along.map { (-$0, -33.0) }
      + along.map { (-33.0, $0) }
    for (index, place) in edges.enumerated() {
      sites.append(
        MapSite(
          name: index < 9 ? "S0\(index + 1)" : "S\(index + 1)",
          group: "single",
          position: MapVector(x: place.0, y: place.1)
        )
      )
    }
    return sites
  }()

  static let definitions = [
    BinDefinition(code: 1, quality: .pass, name: "good <all> & more"),
    BinDefinition(code: 2, quality: .fail, name: "D1 shorted"),
    BinDefinition(code: 3, quality: .fail, name: "M2 doesn't switch"),
    BinDefinition(code: 4, quality: .skip, name: "not probed"),
  ]

  /// Bins of whole devices and of two components; two sites have none.
  static let layers: [SiteBins.Layer] = {
    func bins(_ offset: Int) -> [String: Int] {
      var bins: [String: Int] = [:]
      for (index, site) in sites.enumerated() where site.name != "S05" && site.name != "A9.R3C3" {
        bins[site.name] = (index * 7 + offset) % 4 + 1
      }
      return bins
    }
    return [
      SiteBins.Layer(bins: bins(0)), SiteBins.Layer(name: "D1", bins: bins(1)),
      SiteBins.Layer(name: "M2", bins: bins(2)),
    ]
  }()

  static func bins(_ type: BinCodeType = .hexadecimal) -> SiteBins {
    let offset = type == .ascii ? 0x30 : 0
    return SiteBins(
      substrate: SubstrateIdentity(
        id: "W2026-07",
        lot: "L12.1",
        slot: 3,
        product: "pcu-mapbi3",
        supplier: "lab"
      ),
      definitions: definitions.map {
        BinDefinition(code: $0.code + offset, quality: $0.quality, name: $0.name)
      },
      layers: layers.map { layer in
        SiteBins.Layer(name: layer.name, bins: layer.bins.mapValues { $0 + offset })
      },
      nullCode: type == .ascii ? 0x2E : 255,
      codeType: type
    )
  }

  static func grids() throws -> [SiteGrid] {
    try SiteGrid.grids(
      of: sites,
      pitch: MapVector(x: 5, y: 5),
      deviceSize: MapVector(x: 5, y: 5)
    )
  }

  static func maps(_ type: BinCodeType = .hexadecimal) throws -> [BinMap] {
    try bins(type).maps(on: grids())
  }
}
