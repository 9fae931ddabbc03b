public import FabDevices
public import FabOperators
import FabUnits

/// Where circuits' devices come from: the units that a codebook of a bench was made of, again.
public struct CircuitSource: Sendable {
  /// How devices differ.
  public let law: VariationLaw
  /// The lines of crossbars.
  public let lines: CrossbarWeights.Lines
  /// The conditions of the bench.
  let conditions: OperatorConditions
  private let identity: CodebookIdentity

  /// Takes what a codebook was made from.
  ///
  /// - Parameters:
  ///   - codebook: The codebook.
  ///   - law: How devices differ; the codebook has its name.
  ///   - lines: The lines of crossbars.
  /// - Throws: ``HardwareError/noCircuits(source:)`` for another codebook than one of a bench.
  public init(
    of codebook: Codebook,
    law: VariationLaw,
    lines: CrossbarWeights.Lines
  ) throws(HardwareError) {
    identity = codebook.identity
    guard identity.source == .bench else { throw .noCircuits(source: identity.source) }
    self.law = law
    self.lines = lines
    do throws(DeviceError) {
      conditions = try OperatorConditions(
        readoutSpread: identity.readoutSpread,
        amplifierOffset: identity.amplifierOffsetVolt
      )
    } catch {
      throw .operators(.device(error))
    }
  }

  /// Whose constants scale activations.
  var calibration: CurveCalibration { identity.calibration }

  /// The units of an operator.
  ///
  /// - Parameters:
  ///   - name: The operator.
  ///   - seed: The seed; `nil` for that of the codebook.
  /// - Returns: The population.
  /// - Throws: ``OperatorError`` where a bench has no such units.
  func population(
    of name: OperatorName,
    seed: UInt64? = nil
  ) throws(OperatorError) -> UnitPopulation {
    UnitPopulation(
      placements: [try .bench(count: name.modes.count, law: law)],
      law: law,
      temperature: Temperature(siValue: identity.temperatureKelvin),
      seed: seed ?? identity.seed
    )
  }
}
