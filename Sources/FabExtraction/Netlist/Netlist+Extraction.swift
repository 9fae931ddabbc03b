public import FabRecipe
public import FabUnits

extension Netlist {
  /// The resistance of a parasitic of 1 mm² in ohm.
  ///
  /// > Source: estimate: 495 nm of MAPbI3 of 10^8 ohm cm, the middle of 10^7 to 10^9.
  public static let parasiticOhmMm2 = 4.95e5

  /// Creates the netlist of an extracted layout: PCUs as subcircuits, everything else on the top level.
  ///
  /// - Parameters:
  ///   - wafer: The extracted layout.
  ///   - lines: Its line resistances; without them every net is one node.
  ///   - title: One line that says what it is.
  ///   - sheets: The sheet resistance of a level; a level without one has no resistors.
  public init(
    of wafer: ExtractedWafer,
    lines: LineNetworks? = nil,
    title: String,
    sheets: (LevelName) -> SheetResistance? = { _ in nil }
  ) {
    self = withoutActuallyEscaping(sheets) { sheets in
      var builder = NetlistBuilder(
        wafer,
        lines: lines,
        parasiticOhms: Self.parasiticOhmMm2,
        sheets: sheets
      )
      return builder.netlist(title: title)
    }
  }
}
