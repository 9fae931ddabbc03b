public import FabUnits
import Foundation

/// How much devices differ, and how far apart on the wafer they still resemble each other.
///
/// A spread is the standard deviation of the natural logarithm of a value: 0.033 is 3.3 %. A quantity deviates by
/// `s F + o l`: `F` is a field over the wafer with the correlation `exp(-d/L)` that all devices of a site share, `s`
/// its spread; `l` is a deviate of the device alone, `o` its spread.
public struct VariationLaw: Hashable, Sendable {
  private let own: [VariedQuantity: Double]
  private let shared: [VariedQuantity: Double]
  /// The distance over which the correlation falls by a factor e.
  public let correlationLength: Length

  /// Creates a law; quantities that aren't named don't vary.
  ///
  /// - Parameters:
  ///   - own: The spreads of each device alone.
  ///   - shared: The spreads that neighbours have in common.
  ///   - correlationLength: The distance over which the common part changes.
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` for spreads outside 0...5 and lengths that
  ///   aren't positive.
  public init(
    own: [VariedQuantity: Double],
    shared: [VariedQuantity: Double] = [:],
    correlationLength: Length = VariationLaw.usualCorrelationLength
  ) throws(DeviceError) {
    for spread in own.values { try ParameterCheck.lies(spread, in: 0...5, .spread) }
    for spread in shared.values { try ParameterCheck.lies(spread, in: 0...5, .spread) }
    try ParameterCheck.isPositive(correlationLength.siValue, .length)
    self.init(checked: own, shared, correlationLength)
  }

  private init(
    checked own: [VariedQuantity: Double],
    _ shared: [VariedQuantity: Double],
    _ correlationLength: Length
  ) {
    self.own = own
    self.shared = shared
    self.correlationLength = correlationLength
  }

  /// The spread that each device has alone.
  public func ownSpread(of quantity: VariedQuantity) -> Double { own[quantity] ?? 0 }

  /// The spread that neighbours have in common.
  public func sharedSpread(of quantity: VariedQuantity) -> Double { shared[quantity] ?? 0 }

  /// The spread of a quantity over all devices of many wafers.
  public func spread(of quantity: VariedQuantity) -> Double {
    let (alone, common) = (ownSpread(of: quantity), sharedSpread(of: quantity))
    return (alone * alone + common * common).squareRoot()
  }

  /// The law with another spread of each device alone, for instance a calibrated one.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` where the spread leaves 0...5.
  public func setting(
    ownSpread: Double,
    of quantity: VariedQuantity
  ) throws(DeviceError) -> VariationLaw {
    var changed = own
    changed[quantity] = ownSpread
    return try VariationLaw(own: changed, shared: shared, correlationLength: correlationLength)
  }

  /// The law without what neighbours share, for films that are known site by site.
  public var ownSpreads: VariationLaw {
    VariationLaw(checked: own, [:], correlationLength)
  }

  /// The distance over which films are assumed to change.
  ///
  /// > Source: Assumed: evaporated and converted films change over centimetres.
  public static let usualCorrelationLength = Length(20, .millimetre)

  /// The common spread of `ln I0` that follows from the published uniformity of the absorption edge.
  ///
  /// A spread of 0.63 nm at the gap `E` of the nominal diode is an energy of `E² dλ/(h c)`; over `n k T` it is the
  /// spread of `ln I0`. It holds neighbours alike, because films change over centimetres.
  ///
  /// > Source: Adv. Sci. 2025, 12(33), e04706, section 2.1: standard deviation of the edge 0.63 nm over a film of
  /// > four inches. Part of it may be the instrument's, so it is an upper bound.
  public static let edgeSpread: Double = {
    let diode = DiodeParameters.nominal
    let energy =
      diode.energyGap * diode.energyGap * 0.63e-9 / PhysicalConstant.photonEnergyWavelength
    return energy
      / (diode.ideality * PhysicalConstant.thermalVoltage(at: diode.referenceTemperature))
  }()

  /// What is left after diodes are chosen or calibrated to match.
  ///
  /// > Source: Common part of `ln I0`: ``edgeSpread``. Own part of `ln I0`: calibrated, so that log-domain dividers of
  /// > three units err by the 5.66 % of Adv. Sci. 2025, 12(33), e04706, Figure 2d; `pcu-fab simulate calibrate`
  /// > repeats it. `n` 0.3 % and `Rs` 10 %: assumed; other sets fit as well. M1 5 % from device to device:
  /// > S. Poddar et al., perovskite nanowire crossbars (< 5 %). The rest is assumed.
  public static let matched = VariationLaw(
    checked: [
      .saturationCurrent: 0.0260, .ideality: 0.003, .seriesResistance: 0.1, .shuntResistance: 0.3,
      .window: 0.05, .pulseGain: 0.05, .threshold: 0.05, .lowResistance: 0.1,
    ],
    [.saturationCurrent: edgeSpread],
    usualCorrelationLength
  )

  /// As fabricated, before any matching; units need one gain trim each to compute.
  ///
  /// > Source: Assumed: `ln I0` 10 % and `n` 5 %, which with one gain trim a unit lead to about the published errors;
  /// > half of the variance is common to neighbours.
  public static let raw: VariationLaw = {
    let total: [VariedQuantity: Double] = [
      .saturationCurrent: 0.1, .ideality: 0.05, .seriesResistance: 0.1, .shuntResistance: 0.5,
      .window: 0.05, .pulseGain: 0.05, .threshold: 0.1, .lowResistance: 0.2,
    ]
    let half = total.mapValues { $0 * 0.5.squareRoot() }
    return VariationLaw(checked: half, half, usualCorrelationLength)
  }()

  /// No difference at all.
  public static let none = VariationLaw(checked: [:], [:], usualCorrelationLength)
}
