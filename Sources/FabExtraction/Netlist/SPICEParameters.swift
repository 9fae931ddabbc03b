/// The figures that SPICE text gives devices.
///
/// > Source: our own defaults for MAPbI3 devices of 0.64, 0.35 and 0.12 mm²; to be replaced by fits of measured curves.
public struct SPICEParameters: Hashable, Sendable {
  /// The saturation current of a diode in A per mm²: 1 nA on 0.64 mm².
  public var saturationCurrentPerMm2 = 1.5625e-9
  /// The ideality factor of a diode.
  public var ideality = 2.0
  /// The series resistance of a diode in ohm mm²: 100 ohm on 0.64 mm².
  public var seriesResistanceMm2 = 64.0
  /// The resistance of multistate memristors in ohm.
  public var multistateOhms = 800.0
  /// The resistance of binary memristors in ohm.
  public var binaryOhms = 300.0
  /// The resistance of a contact to ground in ohm, which gives every node a potential.
  public var leakageOhms = 1e12
  /// The voltages of contacts by node, in V; contacts not named stay open.
  public var voltages: [String: Double] = [:]

  /// Creates the defaults.
  public init() {}
}
