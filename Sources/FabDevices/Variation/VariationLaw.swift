public import FabUnits

/// How much devices differ, and how far apart on the wafer they still resemble each other.
///
/// A spread is the standard deviation of the natural logarithm of a value: 0.033 is 3.3 %. A quantity deviates by
/// `spread (sqrt(c) F + sqrt(1 - c) l)`, `F` a field over the wafer with the correlation `exp(-d/L)` that all
/// devices of a site share, `l` a deviate of the device alone, `c` the correlated share.
public struct VariationLaw: Hashable, Sendable {
  private let spreads: [VariedQuantity: Double]
  /// The share of the variance that neighbours have in common, 0...1.
  public let correlatedShare: Double
  /// The distance over which the correlation falls by a factor e.
  public let correlationLength: Length

  /// Creates a law; quantities that aren't named don't vary.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` for spreads outside 0...5, shares outside
  ///   0...1, lengths that aren't positive.
  public init(
    spreads: [VariedQuantity: Double],
    correlatedShare: Double,
    correlationLength: Length
  ) throws(DeviceError) {
    for spread in spreads.values { try ParameterCheck.lies(spread, in: 0...5, .spread) }
    try ParameterCheck.lies(correlatedShare, in: 0...1, .share)
    try ParameterCheck.isPositive(correlationLength.siValue, .length)
    self.init(checked: spreads, correlatedShare, correlationLength)
  }

  private init(
    checked spreads: [VariedQuantity: Double],
    _ correlatedShare: Double,
    _ correlationLength: Length
  ) {
    self.spreads = spreads
    self.correlatedShare = correlatedShare
    self.correlationLength = correlationLength
  }

  /// The spread of a quantity.
  public func spread(of quantity: VariedQuantity) -> Double {
    spreads[quantity] ?? 0
  }

  /// The law with all spreads multiplied by a factor, for instance to calibrate it.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` where a product leaves 0...5.
  public func scaled(by factor: Double) throws(DeviceError) -> VariationLaw {
    try VariationLaw(
      spreads: spreads.mapValues { $0 * factor },
      correlatedShare: correlatedShare,
      correlationLength: correlationLength
    )
  }

  /// What is left after diodes are chosen or calibrated to match: small, and each device's own.
  ///
  /// > Source: Fitted, not measured: `ln I0` 3.3 %, `n` 0.3 % and `Rs` 10 % let log-domain dividers and multipliers
  /// > of three units err by 5.7 and 6.6 % on average, near the 5.66 and 6.61 % of Adv. Sci. 2025, 12(33), e04706,
  /// > Figure 2; other sets fit as well. M1 5 % from device to device: S. Poddar et al., perovskite nanowire
  /// > crossbars (< 5 %). The rest is assumed.
  public static let matched = VariationLaw(
    checked: [
      .saturationCurrent: 0.033, .ideality: 0.003, .seriesResistance: 0.1, .shuntResistance: 0.3,
      .window: 0.05, .pulseGain: 0.05, .threshold: 0.05, .lowResistance: 0.1,
    ],
    0,
    Length(20, .millimetre)
  )

  /// As fabricated, before any matching; units need one gain trim each to compute.
  ///
  /// > Source: Assumed: `ln I0` 10 % and `n` 5 %, which with one gain trim a unit lead to about the published errors;
  /// > half of the variance shared by neighbours over 20 mm.
  public static let raw = VariationLaw(
    checked: [
      .saturationCurrent: 0.1, .ideality: 0.05, .seriesResistance: 0.1, .shuntResistance: 0.5,
      .window: 0.05, .pulseGain: 0.05, .threshold: 0.1, .lowResistance: 0.2,
    ],
    0.5,
    Length(20, .millimetre)
  )

  /// No difference at all.
  public static let none = VariationLaw(checked: [:], 0, Length(20, .millimetre))
}
