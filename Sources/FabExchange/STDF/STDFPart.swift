/// A part: one device of a wafer with its bins and results.
public struct STDFPart: Hashable, Sendable {
  /// The id, for instance the site's name; empty for none.
  public var id: String
  /// The column on the wafer; `nil` where it isn't said.
  public var x: Int16?
  /// The row on the wafer; `nil` where it isn't said.
  public var y: Int16?
  /// The hardware bin, 0 to 32767.
  public var hardBin: UInt16
  /// The software bin; `nil` where there is none.
  public var softBin: UInt16?
  /// Whether the part passed; `nil` where that isn't said.
  public var isPassed: Bool?
  /// The results in the order of testing.
  public var results: [STDFResult]

  /// Creates a part.
  public init(
    id: String,
    x: Int16?,
    y: Int16?,
    hardBin: UInt16,
    softBin: UInt16? = nil,
    isPassed: Bool?,
    results: [STDFResult] = []
  ) {
    self.id = id
    self.x = x
    self.y = y
    self.hardBin = hardBin
    self.softBin = softBin
    self.isPassed = isPassed
    self.results = results
  }
}
