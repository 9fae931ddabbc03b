import FabStore

/// A table of the store as comma-separated text: a kind of entries, or what entries alone can't say.
enum StoreTable: Hashable {
  /// Files that were taken in, byte by byte.
  case sourceFiles
  /// Entries of a kind under the names of their properties.
  case entries(LoadKind)
  /// Sets of measured values, one a row, with what their values come to.
  case measurementSets
  /// Measured values, one a row, with what their sets say.
  case measuredValues
  /// The bins of devices.
  case binResults

  /// All tables, in the order in which they are stored: what is referred to comes first.
  static let all: [StoreTable] =
    [.sourceFiles]
    + LoadKind.allCases.filter { !$0.followsValues }.map { .entries($0) }
    + [.measurementSets, .measuredValues]
    + LoadKind.allCases.filter(\.followsValues).map { .entries($0) }
    + [.binResults]

  /// The table with a name.
  init?(name: String) {
    guard let table = Self.all.first(where: { $0.name == name }) else { return nil }
    self = table
  }

  /// The name, which is that of its file too.
  var name: String {
    switch self {
    case .sourceFiles: "sourceFiles"
    case .entries(let kind): kind.rawValue
    case .measurementSets: "measurementSets"
    case .measuredValues: "measuredValues"
    case .binResults: "binResults"
    }
  }
}
