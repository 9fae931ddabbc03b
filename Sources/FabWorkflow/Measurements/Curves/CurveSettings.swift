import FabMetrology
public import FabUnits

/// How numbers are read off curves.
public struct CurveSettings: Sendable {
  /// How the edge of a spectrum is found.
  public var edge = EdgeChoice.sigmoid
  /// Where the edge of a spectrum is looked for, in nm.
  public var edgeWindow: ClosedRange<Double> = EdgeMethod.defaultWindow
  /// Where the (110) reflection is looked for, in degree of 2θ.
  public var peakWindow: ClosedRange<Double> = PeakMethod.defaultWindow
  /// Whether the diffractometer has a monochromator, so that there is no second line of copper.
  public var isMonochromatic = false
  /// Where a reflection of known place belongs, in degree: it takes the height of the sample out.
  public var referencePeak: Double?
  /// The temperature of the measurement.
  public var temperature = Temperature(siValue: 298.15)
  /// The area of the diode.
  public var area = Area(0.64, .squareMillimetre)
  /// The smallest current that the instrument tells from zero.
  public var resolution = ElectricCurrent(siValue: 1e-12)
  /// The voltage at which memristors are read.
  public var readVoltage = Voltage(siValue: 0.1)
  /// The voltage at which forward and reverse current of a diode are compared.
  public var rectificationVoltage = Voltage(siValue: 1)

  /// Creates settings: the computing unit's devices at room temperature.
  public init() {}

  /// The lines of the tube.
  var radiation: CopperRadiation { isMonochromatic ? .alpha1 : .alpha1And2 }
}
