/// The bins of the devices of a substrate on a grid.
///
/// Whatever a file's orientation, origin and axes, a map has column 0 at the left and row 0 at the bottom, the
/// front side up and the flat or notch down: what E142 calls orientation 0, `LowerLeft`, `UpRight`.
public struct BinMap: Hashable, Sendable {
  /// The name of the map, for instance `BinCodeMap` or that of a component.
  public var name: String
  /// The name of the layout that the grid belongs to.
  public var layout: String
  /// The substrate.
  public var substrate: SubstrateIdentity
  /// The grid.
  public let grid: BinMapGrid
  /// How codes are spelled.
  public var codeType: BinCodeType
  /// The code of places without a device; `nil` where every place has one.
  public var nullCode: Int?
  /// What the codes stand for, in the order of the file, that of places without a device left out.
  public var definitions: [BinDefinition]
  /// The devices from which a machine finds the map on the substrate.
  public var references: [GridPlace]
  /// The codes, row by row from the lower left; `nil` where there's no device.
  public private(set) var codes: [Int?]

  /// Creates a map without devices.
  public init(
    name: String = "BinCodeMap",
    layout: String = "Device",
    substrate: SubstrateIdentity,
    grid: BinMapGrid,
    codeType: BinCodeType = .hexadecimal,
    nullCode: Int? = nil,
    definitions: [BinDefinition] = [],
    references: [GridPlace] = []
  ) {
    self.name = name
    self.layout = layout
    self.substrate = substrate
    self.grid = grid
    self.codeType = codeType
    self.nullCode = nullCode
    self.definitions = definitions
    self.references = references
    codes = Array(repeating: nil, count: grid.count)
  }

  /// The code at a place; `nil` where there's no device.
  ///
  /// - Precondition: The place lies in the grid.
  public subscript(_ place: GridPlace) -> Int? {
    get {
      precondition(grid.contains(place), "(\(place.column), \(place.row)) isn't in the map")
      return codes[place.row * grid.columns + place.column]
    }
    set {
      precondition(grid.contains(place), "(\(place.column), \(place.row)) isn't in the map")
      codes[place.row * grid.columns + place.column] = newValue
    }
  }

  /// The number of devices.
  public var deviceCount: Int { codes.count { $0 != nil } }

  /// Returns how many devices each code has.
  public func counts() -> [Int: Int] {
    codes.reduce(into: [:]) { counts, code in
      if let code { counts[code, default: 0] += 1 }
    }
  }

  /// Returns what a code stands for.
  public func definition(of code: Int) -> BinDefinition? {
    definitions.first { $0.code == code }
  }

  /// Returns how many devices have a quality; codes without a definition count for none.
  public func count(of quality: BinQuality) -> Int {
    let counts = counts()
    return definitions.filter { $0.quality == quality }
      .reduce(0) { $0 + (counts[$1.code] ?? 0) }
  }

  /// The places with a device, from the bottom row up.
  public var places: [GridPlace] {
    codes.indices.filter { codes[$0] != nil }
      .map { GridPlace(column: $0 % grid.columns, row: $0 / grid.columns) }
  }
}
