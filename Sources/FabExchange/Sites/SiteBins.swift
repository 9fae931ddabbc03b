public import FabDiagnostics

/// The bins of a substrate's sites by name, of whole devices or of their components, to maps and back.
public struct SiteBins: Hashable, Sendable {
  /// What was binned: the devices, or one component of each.
  public struct Layer: Hashable, Sendable {
    /// The name, which becomes that of the map: `BinCodeMap` for devices, `D1` and so on for components.
    public var name: String
    /// The bin of each site; sites that aren't in it have none.
    public var bins: [String: Int]

    /// Creates a layer.
    public init(name: String = "BinCodeMap", bins: [String: Int]) {
      self.name = name
      self.bins = bins
    }
  }

  /// The substrate.
  public var substrate: SubstrateIdentity
  /// What the codes stand for.
  public var definitions: [BinDefinition]
  /// The layers, each a map of its own.
  public var layers: [Layer]
  /// The code of places without a device or without a bin.
  public var nullCode: Int
  /// How codes are spelled.
  public var codeType: BinCodeType

  /// Creates bins of sites.
  public init(
    substrate: SubstrateIdentity,
    definitions: [BinDefinition],
    layers: [Layer],
    nullCode: Int = 255,
    codeType: BinCodeType = .hexadecimal
  ) {
    self.substrate = substrate
    self.definitions = definitions
    self.layers = layers
    self.nullCode = nullCode
    self.codeType = codeType
  }

  /// Returns one map for each layer and grid.
  ///
  /// - Parameter grids: The grids of the sites, from ``SiteGrid/grids(of:pitch:deviceSize:)``.
  /// - Returns: The maps; E142 writes those of one grid as overlays of one substrate map.
  /// - Throws: A ``DiagnosticError`` with `unknown-reference` for bins of sites that no grid has.
  public func maps(on grids: [SiteGrid]) throws(DiagnosticError) -> [BinMap] {
    let known = Set(grids.flatMap(\.places.keys))
    for layer in layers {
      if let stray = layer.bins.keys.sorted().first(where: { !known.contains($0) }) {
        throw DiagnosticError(
          Diagnostic(
            .unknownReference,
            "'\(layer.name)' has a bin of '\(ExchangeName.shown(stray))', which isn't a site"
              + NearMiss.question(for: stray, among: known)
          )
        )
      }
    }
    return grids.flatMap { grid in
      layers.map { layer in
        var map = BinMap(
          name: layer.name,
          layout: grid.layout,
          substrate: substrate,
          grid: grid.grid,
          codeType: codeType,
          nullCode: nullCode,
          definitions: definitions
        )
        for (site, place) in grid.places { map[place] = layer.bins[site] }
        map.references = [map.places.first ?? grid.places.values.min()].compactMap { $0 }
        return map
      }
    }
  }

  /// Returns the layers of a substrate's maps.
  ///
  /// - Parameters:
  ///   - maps: The maps of one substrate.
  ///   - grids: The grids of its sites.
  /// - Returns: The layers in the order in which their names occur.
  /// - Throws: A ``DiagnosticError`` where a map's layout isn't among the grids, has another size, or has a
  ///   device where no site is.
  public static func layers(
    of maps: [BinMap],
    on grids: [SiteGrid]
  ) throws(DiagnosticError) -> [Layer] {
    var layers: [Layer] = []
    for map in maps {
      let grid = try grid(of: map, among: grids)
      let names = Dictionary(uniqueKeysWithValues: grid.places.map { ($0.value, $0.key) })
      var bins: [String: Int] = [:]
      for place in map.places {
        guard let name = names[place] else {
          throw DiagnosticError(
            Diagnostic(
              .unknownReference,
              "map '\(map.name)' of '\(map.substrate.id)' has a device at column \(place.column + 1), "
                + "row \(place.row + 1) from the lower left, where layout '\(grid.layout)' has no site"
            )
          )
        }
        bins[name] = map[place]
      }
      if let index = layers.firstIndex(where: { $0.name == map.name }) {
        layers[index].bins.merge(bins) { first, _ in first }
      } else {
        layers.append(Layer(name: map.name, bins: bins))
      }
    }
    return layers
  }

  private static func grid(
    of map: BinMap,
    among grids: [SiteGrid]
  ) throws(DiagnosticError) -> SiteGrid {
    // A file of another maker names its layout as it likes: where there's one grid, its size decides.
    let named = grids.first { $0.layout == map.layout } ?? (grids.count == 1 ? grids.first : nil)
    guard let named else {
      throw DiagnosticError(
        Diagnostic(
          .unknownReference,
          "map '\(map.name)' is of layout '\(map.layout)', expected "
            + grids.map { "'\($0.layout)'" }.joined(separator: " or ")
        )
      )
    }
    guard named.grid.columns == map.grid.columns, named.grid.rows == map.grid.rows else {
      throw DiagnosticError(
        Diagnostic(
          .outOfRange,
          "map '\(map.name)' has \(map.grid.columns) x \(map.grid.rows) places, "
            + "expected the \(named.grid.columns) x \(named.grid.rows) of layout '\(named.layout)'"
        )
      )
    }
    return named
  }
}
