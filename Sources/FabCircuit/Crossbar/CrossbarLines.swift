/// The lines of a crossbar: every piece of word line and bit line with its resistance in ohm.
///
/// Each row is driven at its left end, before column 0, through a source resistance; each column ends in a virtual
/// ground below its last row, through a termination resistance. Arrays of cells have the shape `[row, column]`,
/// row-major. Zero ohm is allowed everywhere and means a perfect conductor.
public struct CrossbarLines: Hashable, Sendable {
  /// The number of word lines.
  public let rows: Int
  /// The number of bit lines.
  public let columns: Int
  /// The piece of word line that leads into each cell from the left; shape `[row, column]`.
  public let wordSegments: [Double]
  /// The piece of bit line that leads out of each cell downward; shape `[row, column]`.
  public let bitSegments: [Double]
  /// What lies between each source and its word line; shape `[row]`.
  public let sourceResistances: [Double]
  /// What lies between each bit line and its virtual ground; shape `[column]`.
  public let terminationResistances: [Double]

  /// Creates lines from one resistance a piece.
  ///
  /// - Throws: ``CrossbarError/empty(rows:columns:)``,
  ///   ``CrossbarError/countMismatch(quantity:found:expected:)``,
  ///   ``CrossbarError/outOfRange(quantity:index:found:)`` for what is negative or not finite.
  public init(
    rows: Int,
    columns: Int,
    wordSegments: [Double],
    bitSegments: [Double],
    sourceResistances: [Double],
    terminationResistances: [Double]
  ) throws(CrossbarError) {
    guard rows > 0, columns > 0 else { throw .empty(rows: rows, columns: columns) }
    let (cells, overflow) = rows.multipliedReportingOverflow(by: columns)
    guard !overflow else { throw .empty(rows: rows, columns: columns) }
    try CrossbarCheck.isNotNegative(wordSegments, count: cells, .wordSegment)
    try CrossbarCheck.isNotNegative(bitSegments, count: cells, .bitSegment)
    try CrossbarCheck.isNotNegative(sourceResistances, count: rows, .sourceResistance)
    try CrossbarCheck.isNotNegative(
      terminationResistances,
      count: columns,
      .terminationResistance
    )
    self.rows = rows
    self.columns = columns
    self.wordSegments = wordSegments
    self.bitSegments = bitSegments
    self.sourceResistances = sourceResistances
    self.terminationResistances = terminationResistances
  }

  /// Creates lines whose pieces are all alike.
  ///
  /// - Throws: As the other initializer.
  public init(
    rows: Int,
    columns: Int,
    wordSegment: Double,
    bitSegment: Double,
    source: Double = 0,
    termination: Double = 0
  ) throws(CrossbarError) {
    guard rows > 0, columns > 0 else { throw .empty(rows: rows, columns: columns) }
    try self.init(
      rows: rows,
      columns: columns,
      wordSegments: Array(repeating: wordSegment, count: rows * columns),
      bitSegments: Array(repeating: bitSegment, count: rows * columns),
      sourceResistances: Array(repeating: source, count: rows),
      terminationResistances: Array(repeating: termination, count: columns)
    )
  }
}
