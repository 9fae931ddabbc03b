/// A table whose rows follow from an entry that people make: they are stored in one batch with it and never change.
///
/// The audit has a digest of each batch and not every row: a layout has thousands of sites.
struct DerivedTable: Sendable {
  /// The table.
  let name: String
  /// What people call its rows.
  let noun: String
  /// What people call the entry that they follow from.
  let parent: String
  /// The columns that name that entry.
  let parentColumns: [String]
  /// The columns that tell the rows of one batch apart, in whose order they are hashed.
  let order: [String]

  static let recipeSteps = DerivedTable(
    name: "recipe_step",
    noun: "steps",
    parent: "recipe",
    parentColumns: ["recipe"],
    order: ["seq"]
  )
  static let sites = DerivedTable(
    name: "site",
    noun: "sites",
    parent: "layout",
    parentColumns: ["layout"],
    order: ["id"]
  )
  static let bins = DerivedTable(
    name: "bin",
    noun: "bins",
    parent: "bin ruleset",
    parentColumns: ["ruleset"],
    order: ["component", "code"]
  )
  static let binResults = DerivedTable(
    name: "bin_result",
    noun: "bins of devices",
    parent: "binning",
    parentColumns: ["wafer", "pass"],
    order: ["component", "site"]
  )
  static let curves = DerivedTable(
    name: "curve",
    noun: "curves",
    parent: "measurement set",
    parentColumns: ["measurement"],
    order: ["n"]
  )

  /// All such tables.
  static let all = [recipeSteps, sites, bins, binResults, curves]

  /// The name of a batch in the audit.
  static func name(of values: [JSONValue]) -> String {
    values.map(\.plain).joined(separator: "/")
  }
}
