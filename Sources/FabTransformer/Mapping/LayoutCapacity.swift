/// What a wafer of a layout offers to a network.
public struct LayoutCapacity: Hashable, Sendable {
  /// The layout's name.
  public let name: String
  /// Rows and columns of its largest arrays, that weights are tiled onto.
  public let arrayRows: Int
  /// See ``arrayRows``.
  public let arrayColumns: Int
  /// The number of arrays of that size whose units all work.
  public let arrayCount: Int
  /// All units that work.
  public let pcuCount: Int
  /// Units that operators of the logarithmic mode can use at once, lines of their own each.
  public let independentPCUs: Int

  /// Units beside the arrays.
  public var singlePCUs: Int { pcuCount - arrayCount * arrayRows * arrayColumns }

  /// Creates a capacity.
  public init(
    name: String,
    arrayRows: Int,
    arrayColumns: Int,
    arrayCount: Int,
    pcuCount: Int,
    independentPCUs: Int
  ) {
    self.name = name
    self.arrayRows = arrayRows
    self.arrayColumns = arrayColumns
    self.arrayCount = arrayCount
    self.pcuCount = pcuCount
    self.independentPCUs = independentPCUs
  }
}
