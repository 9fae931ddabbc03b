public import FabGeometry

/// The dimensions of a PCU cell, in nanometres from its lower left corner.
///
/// The defaults are the cell of the 101-PCU wafer:
/// ```
/// y5 +---------------------------[INS]+   word line (FTO) from left to right,
///    |====== word line (FTO) =====|BL|=|   bit line (Au) from bottom to top
///    |  [D1]                      |  | |
///    |   N1(Au)--[configure pad 2]|  | |   D1 = N1 over the word line's tab
///    |  [D2]      |Ag [M2]        |  | |   D2 = N1 over the N2 island
///    | N2 island (FTO)    [M1]----|BL| |   M1 = bit line's tab over the island
/// y0 | (configure pad 1)          |  | |   M2 = Ag over the island
///    +--------------------------------+
///    x0                               x5 mm
/// ```
///
/// > Source: our own drawing, since the paper shows only figures; made for overlaps of 0.64, 0.64, 0.35 and 0.12 mm².
public struct PCUCellParameters: Hashable, Sendable {
  /// The edge of the square cell.
  public var size = 5_000_000
  /// The word line, a stripe of the bottom conductor across the whole cell: its extent in y.
  public var wordLine = Interval(4_200_000, 4_700_000)
  /// The part of the word line below D1.
  public var wordLineTab = Box(700_000, 3_200_000, 1_900_000, 4_200_000)
  /// The island of the bottom conductor that is node N2.
  public var island = Box(400_000, 300_000, 3_900_000, 2_400_000)
  /// Where a probe meets the bare island, configure line 1; nothing is drawn there.
  public var configurePad1 = Box(500_000, 350_000, 1_900_000, 1_250_000)
  /// The common cathode of D1 and D2: node N1.
  public var commonCathode = Box(900_000, 1_600_000, 1_700_000, 4_000_000)
  /// The bridge from the common cathode to configure pad 2.
  public var cathodeLink = Box(1_700_000, 2_700_000, 2_300_000, 2_950_000)
  /// The pad of configure line 2.
  public var configurePad2 = Box(2_200_000, 2_750_000, 3_200_000, 3_650_000)
  /// The bit line, a stripe of the top conductor: its extent in x.
  public var bitLine = Interval(4_200_000, 4_600_000)
  /// Where the bit line ends in the top row of an array and in a single PCU.
  public var bitLineEnd = 1_700_000
  /// The part of the bit line over the island: the top electrode of M1.
  public var multistateTab = Box(3_200_000, 1_200_000, 4_200_000, 1_700_000)
  /// The top electrode of M2, which also overlaps configure pad 2.
  public var binaryElectrode = Box(2_200_000, 2_000_000, 2_500_000, 3_050_000)
  /// Where the films of D1 lie.
  public var forwardDiodeFilms = Box(600_000, 3_000_000, 2_000_000, 4_150_000)
  /// Where the films of D2 lie.
  public var backwardDiodeFilms = Box(600_000, 1_400_000, 1_900_000, 2_650_000)
  /// Where the films of M2 lie; one opening with those of D2 where a film belongs to both.
  public var binaryFilms = Box(1_900_000, 1_400_000, 2_750_000, 2_650_000)
  /// Where the films of M1 lie.
  public var multistateFilms = Box(2_950_000, 950_000, 4_050_000, 1_950_000)
  /// Where the insulator between word line and bit line lies, in cells that the bit line crosses.
  public var crossingFilms = Box(3_900_000, 3_900_000, 4_900_000, 5_000_000)

  /// Creates the default cell.
  public init() {}
}
