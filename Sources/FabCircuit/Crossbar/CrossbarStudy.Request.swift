extension CrossbarStudy {
  /// An array and how it is read, all in SI units.
  public struct Request: Hashable, Sendable {
    /// What the sources are set to.
    public enum Inputs: String, Hashable, Sendable, CaseIterable {
      /// Every row at the amplitude.
      case alike
      /// Each row at a voltage of its own, uniform between zero and the amplitude.
      case random
    }

    /// The selector of each cell, in series with its memristor; all alike.
    public struct Selector: Hashable, Sendable {
      /// Saturation current `I0` in ampere, above zero.
      public var saturationCurrent: Double
      /// `n k T / e` in volt, above zero.
      public var slopeVoltage: Double
      /// The diode's series resistance in ohm.
      public var seriesResistance: Double
      /// A conductance in parallel with every cell, in siemens.
      public var shuntConductance: Double

      /// Creates a selector; its numbers are checked by the study.
      public init(
        saturationCurrent: Double,
        slopeVoltage: Double,
        seriesResistance: Double = 0,
        shuntConductance: Double = 0
      ) {
        self.saturationCurrent = saturationCurrent
        self.slopeVoltage = slopeVoltage
        self.seriesResistance = seriesResistance
        self.shuntConductance = shuntConductance
      }

      func cells(_ conductances: [Double]) -> SelectorCells {
        func alike(_ value: Double) -> [Double] {
          Array(repeating: value, count: conductances.count)
        }
        return SelectorCells(
          saturationCurrents: alike(saturationCurrent),
          slopeVoltages: alike(slopeVoltage),
          seriesResistances: alike(seriesResistance),
          conductances: conductances,
          shuntConductance: shuntConductance
        )
      }
    }

    /// The number of word lines.
    public var rows: Int
    /// The number of bit lines.
    public var columns: Int
    /// The memristors' conductances in siemens, above zero; each is drawn uniformly from the range.
    public var conductances: ClosedRange<Double>
    /// The resistance of each piece of word line in ohm.
    public var wordSegment: Double
    /// The resistance of each piece of bit line in ohm.
    public var bitSegment: Double
    /// The resistance between each source and its word line in ohm.
    public var sourceResistance: Double
    /// The resistance between each bit line and its virtual ground in ohm.
    public var terminationResistance: Double
    /// The selectors; `nil` where cells are memristors alone.
    public var selector: Selector?
    /// The voltage that rows are read with, in volt, above zero.
    public var amplitude: Double
    /// What the sources are set to.
    public var inputs: Inputs
    /// The seed that conductances and random inputs are drawn from.
    public var seed: UInt64

    /// Creates a request; its numbers are checked by the study.
    public init(
      rows: Int,
      columns: Int,
      conductances: ClosedRange<Double>,
      wordSegment: Double,
      bitSegment: Double,
      sourceResistance: Double = 0,
      terminationResistance: Double = 0,
      selector: Selector? = nil,
      amplitude: Double,
      inputs: Inputs = .alike,
      seed: UInt64
    ) {
      self.rows = rows
      self.columns = columns
      self.conductances = conductances
      self.wordSegment = wordSegment
      self.bitSegment = bitSegment
      self.sourceResistance = sourceResistance
      self.terminationResistance = terminationResistance
      self.selector = selector
      self.amplitude = amplitude
      self.inputs = inputs
      self.seed = seed
    }

    /// The lines, with the rest of the request checked.
    func lines() throws(CrossbarError) -> CrossbarLines {
      try CrossbarCheck.isPositive(
        [conductances.lowerBound, conductances.upperBound],
        count: 2,
        .conductance
      )
      try CrossbarCheck.isPositive([amplitude], count: 1, .input)
      return try CrossbarLines(
        rows: rows,
        columns: columns,
        wordSegment: wordSegment,
        bitSegment: bitSegment,
        source: sourceResistance,
        termination: terminationResistance
      )
    }
  }
}
