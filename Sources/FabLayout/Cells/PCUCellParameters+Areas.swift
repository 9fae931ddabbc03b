import FabGeometry

extension PCUCellParameters {
  /// The areas of a PCU's devices in mm².
  public struct DeviceAreas: Hashable, Sendable {
    /// D1: the common cathode over the word line and its tab.
    public let forwardDiode: Double
    /// D2: the common cathode over the island.
    public let backwardDiode: Double
    /// M1: the bit line and its tab over the island.
    public let multistate: Double
    /// M2: the binary electrode over the island, where no other conductor lies between.
    public let binary: Double
  }

  /// Returns the areas that the conductors mean; films play no part, since they enclose the overlaps.
  ///
  /// - Parameter bitLine: Whether the bit line passes through the cell or ends in it.
  /// - Returns: The areas; 0 where conductors don't overlap.
  public func deviceAreas(bitLine: PCUCell.BitLine) -> DeviceAreas {
    func region(_ boxes: Box...) -> Region { Region(boxes.map { Polygon($0) }) }
    let wordLine = region(Box(0, self.wordLine.lower, size, self.wordLine.upper), wordLineTab)
    let end = bitLine == .through ? size : bitLineEnd
    let bitLine = region(Box(self.bitLine.lower, 0, self.bitLine.upper, end), multistateTab)
    let (cathode, island) = (region(commonCathode), region(island))
    let covered = region(commonCathode, cathodeLink, configurePad2).union(bitLine)
    return DeviceAreas(
      forwardDiode: cathode.intersection(wordLine).areaMm2,
      backwardDiode: cathode.intersection(island).areaMm2,
      multistate: bitLine.intersection(island).areaMm2,
      binary: region(binaryElectrode).intersection(island).subtracting(covered).areaMm2
    )
  }
}
