/// The devices at the crosspoints of an array with selectors: a diode in series with a memristor at each.
///
/// All arrays have the shape `[row, column]`, row-major.
public struct SelectorCells: Hashable, Sendable {
  /// Saturation currents `I0` in ampere, above zero.
  public let saturationCurrents: [Double]
  /// `n k T / e` in volt, above zero.
  public let slopeVoltages: [Double]
  /// Series resistances of the diodes in ohm.
  public let seriesResistances: [Double]
  /// Conductances of the memristors in siemens; zero where a cell is open.
  public let conductances: [Double]
  /// A conductance in parallel with every cell, also an open one, in siemens.
  public let shuntConductance: Double

  /// Creates cells; the counts are held against the lines when an array is made of them.
  public init(
    saturationCurrents: [Double],
    slopeVoltages: [Double],
    seriesResistances: [Double],
    conductances: [Double],
    shuntConductance: Double = 0
  ) {
    self.saturationCurrents = saturationCurrents
    self.slopeVoltages = slopeVoltages
    self.seriesResistances = seriesResistances
    self.conductances = conductances
    self.shuntConductance = shuntConductance
  }
}
