/// The resistances of the lines inside and around one computing unit, in ohm.
public struct PCULines: Hashable, Sendable {
  /// From the word line's contact to D1.
  public var wordLine: Double
  /// On the common cathode, from D1 to M2.
  public var cathode: Double
  /// On the island, from M2 to M1.
  public var island: Double
  /// From the contact of configure line 1 to M1.
  public var configure: Double
  /// From M1 to the bit line's contact.
  public var bitLine: Double

  /// Creates line resistances.
  ///
  /// - Precondition: None is negative or infinite.
  public init(
    wordLine: Double,
    cathode: Double,
    island: Double,
    configure: Double,
    bitLine: Double
  ) {
    for ohms in [wordLine, cathode, island, configure, bitLine] {
      precondition(ohms.isFinite && ohms >= 0, "a line has a resistance, found \(ohms) ohm")
    }
    self.wordLine = wordLine
    self.cathode = cathode
    self.island = island
    self.configure = configure
    self.bitLine = bitLine
  }

  /// The lines of a unit on a bench, 150 ohm in all on the way of the compute current.
  ///
  /// > Source: Assumed; the layout's own lines replace them where a layout is given.
  public static let nominal = PCULines(
    wordLine: 115,
    cathode: 5,
    island: 15,
    configure: 15,
    bitLine: 15
  )

  /// No resistance.
  public static let none = PCULines(wordLine: 0, cathode: 0, island: 0, configure: 0, bitLine: 0)

  /// The sum on the way of the compute current, from word line to bit line.
  public var compute: Double { wordLine + cathode + island + bitLine }
}
