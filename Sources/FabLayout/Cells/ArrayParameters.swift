/// The dimensions of a crossbar array of PCUs, in nanometres.
///
/// ```
///  +--+---------------------+
///  |WL| cell | cell | cell  |   rows from 1 at the top, columns from 1 at the left;
///  |WL| cell | cell | cell  |   word line pads in the left strip,
///  |WL| cell | cell | cell  |   bit line pads in the bottom strip
///  +--+---------------------+
///     |  BL     BL     BL   |
///     +---------------------+
/// ```
///
/// > Source: our own drawing: 3 x 3 cells at 5.0 mm with 2.0 mm pad strips make 17 x 17 mm; a single PCU
/// > has 1.5 mm strips.
public struct ArrayParameters: Hashable, Sendable {
  /// The number of rows, which is the number of word lines.
  public var rows = 3
  /// The number of columns, which is the number of bit lines.
  public var columns = 3
  /// The distance between neighbouring cells.
  public var pitch = 5_000_000
  /// The width of the pad strips at the left and at the bottom.
  public var padStrip = 2_000_000
  /// The extent of a pad along its line.
  public var padLength = 1_500_000
  /// The extent of a pad across its line.
  public var padWidth = 1_200_000

  /// Creates the default 3 x 3 array.
  public init() {}

  /// The default single PCU.
  public static var single: ArrayParameters {
    var parameters = ArrayParameters()
    parameters.rows = 1
    parameters.columns = 1
    parameters.padStrip = 1_500_000
    parameters.padLength = 1_200_000
    return parameters
  }
}
