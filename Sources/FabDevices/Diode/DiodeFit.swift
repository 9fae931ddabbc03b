public import FabUnits

/// A diode fitted to one branch of a measured curve.
public struct DiodeFit: Hashable, Sendable {
  /// Saturation current in ampere.
  public let saturationCurrent: ParameterEstimate
  /// Ideality factor.
  public let ideality: ParameterEstimate
  /// Series resistance in ohm; `nil` where the curve doesn't bend enough to tell it from zero.
  public let seriesResistance: ParameterEstimate?
  /// Shunt resistance in ohm; `nil` where the curve doesn't leak enough to tell it from infinity.
  public let shuntResistance: ParameterEstimate?
  /// The share of the variance of `log |I|` that the law explains.
  public let rSquared: Double
  /// The scatter of the points about the law, as a standard deviation of `ln |I|`.
  public let logScatter: Double
  /// The number of points that were used.
  public let pointCount: Int
  /// The points that were left out.
  public let excluded: [PointExclusion]
  /// The temperature of the measurement.
  public let temperature: Temperature
  /// The area of the diode that was measured.
  public let area: Area

  /// Tells whether the diode law describes the curve: `R²` of `log |I|` at least 0.995.
  public var isDiode: Bool { rSquared >= Self.acceptedRSquared }

  /// The smallest `R²` of `log |I|` that counts as a diode.
  public static let acceptedRSquared = 0.995

  /// Returns the parameters of the fitted diode for simulation.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` where a fitted value is absurd.
  public func parameters() throws(DeviceError) -> DiodeParameters {
    try DiodeParameters(
      saturationCurrent: saturationCurrent.value,
      ideality: ideality.value,
      seriesResistance: seriesResistance?.value ?? 0,
      shuntResistance: shuntResistance?.value ?? .infinity,
      referenceTemperature: temperature,
      area: area
    )
  }
}
