/// What `simulate iv` computed: printed with `--json`.
public struct IVReport: Encodable, Sendable {
  /// The device: diode, multistate, binary or pair.
  public var device: String
  /// The temperature; absent for memristors, whose models know none.
  public var temperatureKelvin: Double?
  /// The area of the device.
  public var areaMm2: Double
  /// The largest current that the source gave.
  public var complianceAmpere: Double
  /// The diode; absent for memristors.
  public var diode: Diode?
  /// The straight part of `ln I`; absent for other devices than the diode, or where the curve has none.
  public var exponentialRange: ExponentialRange?
  /// The current at +1 V; absent for memristors.
  public var currentAtPlus1VAmpere: Double?
  /// The current at -1 V; absent for memristors.
  public var currentAtMinus1VAmpere: Double?
  /// The current at +1 V over the magnitude of that at -1 V; absent for memristors.
  public var rectificationRatio: Double?
  /// The multistate memristor's loop; absent for other devices.
  public var multistate: Multistate?
  /// The binary memristor's loop; absent for other devices.
  public var binary: Binary?
  /// The voltages of the points, in the order of the sweep.
  public var voltageVolt: [Double]
  /// The currents of the points.
  public var currentAmpere: [Double]

  /// A diode's parameters at the temperature of the curve.
  public struct Diode: Encodable, Sendable {
    /// Saturation current.
    public var saturationCurrentAmpere: Double
    /// Ideality factor.
    public var ideality: Double
    /// Series resistance.
    public var seriesResistanceOhm: Double
    /// Shunt resistance; infinite where there is none.
    public var shuntResistanceOhm: Double
  }

  /// The part of a diode's curve that an exponential describes.
  public struct ExponentialRange: Encodable, Sendable {
    /// Where it begins: ten times the saturation current.
    public var fromVolt: Double
    /// Where it ends: the series resistance takes a tenth of the slope voltage.
    public var toVolt: Double
    /// The points in it.
    public var points: Int
    /// The share of the variance of `ln I` that a straight line explains.
    public var rSquared: Double
    /// The voltage over which the current grows by a factor e, from the line.
    public var slopeVolt: Double
  }

  /// What a loop does to a multistate memristor.
  public struct Multistate: Encodable, Sendable {
    /// The seed of the changes.
    public var seed: UInt64
    /// The conductance before the loop.
    public var startConductanceSiemens: Double
    /// The largest conductance on the way.
    public var maximumConductanceSiemens: Double
    /// The conductance after the loop.
    public var endConductanceSiemens: Double
  }

  /// What a loop does to a binary memristor.
  public struct Binary: Encodable, Sendable {
    /// The seed of the cycle.
    public var seed: UInt64
    /// The voltage at which the filament formed; absent where the loop didn't reach it.
    public var setVoltageVolt: Double?
    /// The voltage at which the filament broke; absent where the loop didn't reach it.
    public var resetVoltageVolt: Double?
    /// The resistance with filament at this compliance.
    public var lowResistanceOhm: Double
    /// The resistance without filament.
    public var highResistanceOhm: Double
    /// Their ratio.
    public var resistanceRatio: Double
    /// The ratio that the computing unit needs.
    public var neededRatio: Double
    /// Whether the filament stays without voltage at this compliance.
    public var isNonvolatile: Bool
  }
}
