import FabDevices
import FabDiagnostics
import FabOperators
public import FabUnits

/// What units are studied: how many, how different, at which temperature, on what bench.
public struct StudyConditions: Sendable {
  /// How devices differ, by name.
  public enum Spread: String, CaseIterable, Sendable {
    /// After matching.
    case matched
    /// As fabricated.
    case raw
    /// Not at all.
    case none

    var law: VariationLaw {
      switch self {
      case .matched: .matched
      case .raw: .raw
      case .none: .none
      }
    }
  }

  /// The number of units of each operator.
  public var units = 1000
  /// The seed.
  public var seed: UInt64 = 1
  /// How devices differ.
  public var spread = Spread.matched
  /// The temperature; the bench's bias voltages stay those of 25 °C.
  public var temperature = Temperature(siValue: 298.15)
  /// Relative spread of readings; the calibrated one where it's left out.
  public var readoutSpread: Double?
  /// Standard deviation of the amplifiers' offset voltages.
  public var amplifierOffset = Voltage.zero
  /// The open-loop gain of the amplifiers in the drawn benches; `nil` for ideal ones.
  public var amplifierGain: Double?
  /// Whether each unit has one gain trimmed.
  public var trimsGain = false

  /// Creates the defaults.
  public init() {}

  /// The bench.
  func bench() throws(DiagnosticError) -> OperatorConditions {
    guard units > 0 else { throw OperatorError.unitCount(units).diagnostic }
    if let amplifierGain, !(amplifierGain > 0 && amplifierGain.isFinite) {
      throw DiagnosticError(
        Diagnostic(
          .outOfRange,
          at: .argument("--amplifier-gain"),
          "found \(amplifierGain); expected a finite gain above 0",
          fixes: ["leave it out for ideal amplifiers"]
        )
      )
    }
    do throws(DeviceError) {
      return try OperatorConditions(
        readoutSpread: readoutSpread ?? OperatorConditions.calibratedReadoutSpread,
        amplifierOffset: amplifierOffset.siValue,
        trimsGain: trimsGain
      )
    } catch {
      throw OperatorError.device(error).diagnostic
    }
  }
}
