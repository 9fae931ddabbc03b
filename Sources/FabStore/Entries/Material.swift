/// A material, as films and bottles name it.
public struct Material: StoreEntry {
  /// The table.
  public static let table = "material"
  /// What people call one of them.
  public static let noun = "material"
  /// What makes it unique.
  public static let key = ["code"]
  /// Its properties in order.
  public static let fields = [
    EntryField("code", .text),
    EntryField("title", .text, isOptional: true),
    EntryField("formula", .text, isOptional: true),
    EntryField("molarMassGPerMol", .number, isOptional: true),
    EntryField("densityGPerCm3", .number, isOptional: true),
    EntryField("zRatio", .number, isOptional: true),
    EntryField("source", .text),
  ]

  /// The name.
  public var code: String
  /// The name for people.
  public var title: String?
  /// The formula.
  public var formula: String?
  /// Molar mass, g/mol.
  public var molarMassGPerMol: Double?
  /// Density of the film, g/cm3.
  public var densityGPerCm3: Double?
  /// Acoustic impedance ratio for a quartz crystal.
  public var zRatio: Double?
  /// Where the figures come from.
  public var source: String

  /// Creates an entry.
  public init(
    code: String,
    title: String? = nil,
    formula: String? = nil,
    molarMassGPerMol: Double? = nil,
    densityGPerCm3: Double? = nil,
    zRatio: Double? = nil,
    source: String
  ) {
    self.code = code
    self.title = title
    self.formula = formula
    self.molarMassGPerMol = molarMassGPerMol
    self.densityGPerCm3 = densityGPerCm3
    self.zRatio = zRatio
    self.source = source
  }
}
