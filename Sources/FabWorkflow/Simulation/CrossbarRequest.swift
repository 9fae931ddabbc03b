import FabCircuit
import FabDevices
import FabDiagnostics
public import FabUnits

/// An array that `simulate crossbar` is asked for.
public struct CrossbarRequest: Sendable {
  /// The number of word lines.
  public var rows: Int
  /// The number of bit lines.
  public var columns: Int
  /// The smallest conductance.
  public var smallestConductance = Conductance(siValue: 1e-6)
  /// The largest conductance.
  public var largestConductance = Conductance(siValue: 1e-4)
  /// The resistance of a piece of word line.
  public var wordSegment = Resistance(siValue: 2)
  /// The resistance of a piece of bit line.
  public var bitSegment = Resistance(siValue: 2)
  /// The resistance of a source.
  public var sourceResistance = Resistance.zero
  /// The resistance before a virtual ground.
  public var terminationResistance = Resistance.zero
  /// The voltage of the sources; `nil` for 0.1 V, with selectors 0.8 V.
  public var amplitude: Voltage?
  /// Whether the nominal diode lies in series with every memristor.
  public var hasSelectors = false
  /// Whether each source has a random voltage up to the amplitude.
  public var hasRandomInputs = false
  /// The seed.
  public var seed: UInt64

  /// Creates a request.
  public init(rows: Int, columns: Int, seed: UInt64) {
    self.rows = rows
    self.columns = columns
    self.seed = seed
  }

  /// The study's own request.
  func study() throws(DiagnosticError) -> CrossbarStudy.Request {
    guard smallestConductance <= largestConductance else {
      throw DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: .argument("--smallest-conductance"),
          "found \(smallestConductance); expected at most --largest-conductance, which is "
            + "\(largestConductance)",
          fixes: ["swap the two"]
        )
      )
    }
    var selector: CrossbarStudy.Request.Selector?
    if hasSelectors {
      let diode = DiodeParameters.nominal
      selector = CrossbarStudy.Request.Selector(
        saturationCurrent: diode.saturationCurrent,
        slopeVoltage: diode.ideality
          * PhysicalConstant.thermalVoltage(at: diode.referenceTemperature),
        seriesResistance: diode.seriesResistance,
        shuntConductance: 1 / diode.shuntResistance
      )
    }
    return CrossbarStudy.Request(
      rows: rows,
      columns: columns,
      conductances: smallestConductance.siValue...largestConductance.siValue,
      wordSegment: wordSegment.siValue,
      bitSegment: bitSegment.siValue,
      sourceResistance: sourceResistance.siValue,
      terminationResistance: terminationResistance.siValue,
      selector: selector,
      amplitude: amplitude?.siValue ?? (hasSelectors ? 0.8 : 0.1),
      inputs: hasRandomInputs ? .random : .alike,
      seed: seed
    )
  }
}
