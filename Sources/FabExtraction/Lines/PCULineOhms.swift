public import FabRecipe
public import FabUnits

/// The resistances of the lines that belong to a PCU, in ohm.
public struct PCULineOhms: Hashable, Sendable {
  /// From the word line's contact to D1.
  public let wordLine: Double
  /// From D1 to M2 on the common cathode.
  public let cathode: Double
  /// From M2 to M1 on the island.
  public let island: Double
  /// From the contact of configure line 1 to M1.
  public let configure: Double
  /// From M1 to the bit line's contact.
  public let bitLine: Double
}

extension LineNetworks {
  /// Returns the resistances of a PCU's lines.
  ///
  /// - Parameters:
  ///   - pcu: The PCU.
  ///   - wafer: The layout that the networks belong to.
  ///   - sheets: The sheet resistance of a level.
  /// - Returns: The resistances; `nil` where a line has no contact or a level has no sheet resistance.
  public func lines(
    of pcu: PCUInstance,
    in wafer: ExtractedWafer,
    sheets: (LevelName) -> SheetResistance?
  ) -> PCULineOhms? {
    func ohms(_ from: LineTerminal, _ to: LineTerminal, _ net: Int) -> Double? {
      self.ohms(from: from, to: to, onNet: net, of: wafer, sheets: sheets)
    }
    func contact(_ net: Int) -> LineTerminal? {
      wafer.nets[net].contacts.first.map { .contact($0) }
    }
    guard let wordContact = contact(pcu.wordNet), let bitContact = contact(pcu.bitNet),
      let islandContact = contact(pcu.islandNet),
      let word = ohms(wordContact, .device(pcu.diode1), pcu.wordNet),
      let cathode = ohms(.device(pcu.diode1), .device(pcu.binary), pcu.cathodeNet),
      let island = ohms(.device(pcu.binary), .device(pcu.multistate), pcu.islandNet),
      let configure = ohms(islandContact, .device(pcu.multistate), pcu.islandNet),
      let bit = ohms(.device(pcu.multistate), bitContact, pcu.bitNet)
    else { return nil }
    return PCULineOhms(
      wordLine: word,
      cathode: cathode,
      island: island,
      configure: configure,
      bitLine: bit
    )
  }

  /// Returns what the M1 of PCUs on one bit line share, in ohm.
  ///
  /// - Parameters:
  ///   - pcus: PCUs of one bit line.
  ///   - wafer: The layout that the networks belong to.
  ///   - sheets: The sheet resistance of a level.
  /// - Returns: The voltage at one M1 for one ampere through another into the grounded contact, shape `[pcu, pcu]`;
  ///   `nil` where they lie on different nets, there is no contact, or a level has no sheet resistance.
  public func bitLineCoupling(
    of pcus: [PCUInstance],
    in wafer: ExtractedWafer,
    sheets: (LevelName) -> SheetResistance?
  ) -> [[Double]]? {
    guard let net = pcus.first?.bitNet, pcus.allSatisfy({ $0.bitNet == net }),
      let contact = wafer.nets[net].contacts.first
    else { return nil }
    func ohms(_ from: LineTerminal, _ to: LineTerminal) -> Double? {
      self.ohms(from: from, to: to, onNet: net, of: wafer, sheets: sheets)
    }
    var toContact: [Double] = []
    for pcu in pcus {
      guard let value = ohms(.device(pcu.multistate), .contact(contact)) else { return nil }
      toContact.append(value)
    }
    var coupling = pcus.map { _ in pcus.map { _ in 0.0 } }
    for row in pcus.indices {
      coupling[row][row] = toContact[row]
      for column in 0..<row {
        let between = ohms(.device(pcus[row].multistate), .device(pcus[column].multistate))
        guard let between else { return nil }
        // Three resistances between three terminals of a reciprocal network give the transfer resistance.
        let shared = max(0, (toContact[row] + toContact[column] - between) / 2)
        coupling[row][column] = shared
        coupling[column][row] = shared
      }
    }
    return coupling
  }
}
