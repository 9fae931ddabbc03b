extension MeasurementUnit {
  /// Nanometre.
  public static let nanometre = MeasurementUnit("nm", exponent: -9)
  /// Micrometre.
  public static let micrometre = MeasurementUnit("µm", exponent: -6)
  /// Millimetre.
  public static let millimetre = MeasurementUnit("mm", exponent: -3)
  /// Second.
  public static let second = MeasurementUnit("s")
  /// Ångström per second.
  public static let angstromPerSecond = MeasurementUnit("Å/s", exponent: -10)
  /// Degree Celsius.
  public static let celsius = MeasurementUnit(
    "°C",
    offset: ExactDecimal(significand: 27_315, exponent: -2)
  )
  /// Milligram.
  public static let milligram = MeasurementUnit("mg", exponent: -6)
  /// Gram per cubic centimetre.
  public static let gramPerCubicCentimetre = MeasurementUnit("g/cm3", exponent: 3)
  /// Gram per mole.
  public static let gramPerMole = MeasurementUnit("g/mol", exponent: -3)
  /// Square millimetre.
  public static let squareMillimetre = MeasurementUnit("mm2", exponent: -6)
  /// Pascal.
  public static let pascal = MeasurementUnit("Pa")
  /// Watt.
  public static let watt = MeasurementUnit("W")
  /// Percent.
  public static let percent = MeasurementUnit("%", exponent: -2)
  /// Ohm per square.
  public static let ohmPerSquare = MeasurementUnit("ohm/sq")
}
