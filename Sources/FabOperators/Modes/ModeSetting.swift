public import FabDevices

/// How a computing unit is brought into a mode: states, and the voltages at its contacts that write them.
///
/// The voltages are computed from the memristors' thresholds and their spread. The paper's own are in a supplement that
/// isn't part of its text.
public struct ModeSetting: Hashable, Sendable {
  /// A voltage between two contacts, the others open.
  public struct Drive: Hashable, Sendable {
    /// The contact that the voltage counts positive at.
    public let positive: String
    /// The contact that it counts against.
    public let negative: String
    /// The voltage, in volt; of programming with verification the first amplitude.
    public let volts: Double
    /// The current that the source must not exceed, in ampere; `nil` where programming stays below any harm.
    public let compliance: Double?
    /// What it does.
    public let purpose: String
  }

  /// The mode.
  public let mode: PCUMode
  /// What the unit computes.
  public let function: String
  /// The state of M1: a resistance in ohm, or `nil` where it holds a weight.
  public let multistateOhms: Double?
  /// What is said of M1.
  public let multistateState: String
  /// The state of M2: its nominal resistance in ohm.
  public let binaryOhms: Double
  /// Whether M2 is in its low state.
  public let isBinaryLow: Bool
  /// The steps that write the states, in order.
  public let drives: [Drive]
  /// The contacts between which it computes.
  public let terminals: String

  /// By how many standard deviations a voltage exceeds the mean threshold.
  static let margin = 5.0

  /// Creates the setting of a mode.
  ///
  /// - Parameters:
  ///   - mode: The mode.
  ///   - devices: The devices whose thresholds count.
  ///   - programming: How M1 is programmed.
  public init(_ mode: PCUMode, devices: DeviceParameters, programming: WriteVerify) {
    self.mode = mode
    let binary = devices.binary
    let window = devices.multistate.window
    let set = Drive(
      positive: "CL2",
      negative: "CL1",
      volts: binary.setVoltage + Self.margin * binary.setSpread,
      compliance: binary.nominalCompliance,
      purpose: "SET M2"
    )
    let reset = Drive(
      positive: "CL2",
      negative: "CL1",
      volts: binary.resetVoltage - Self.margin * binary.resetSpread,
      // The filament breaks where the source can carry its current.
      compliance: 2 * (abs(binary.resetVoltage) + Self.margin * binary.resetSpread)
        / binary.lowResistance,
      purpose: "RESET M2"
    )
    func program(_ purpose: String) -> Drive {
      Drive(
        positive: "CL1",
        negative: "BL",
        volts: programming.startVoltage,
        compliance: nil,
        purpose: purpose
      )
    }
    switch mode {
    case .synapse:
      function = "I = sum of G V, inputs at CL1 (or WL as pulse widths), sum at BL"
      multistateOhms = nil
      multistateState = "weight"
      isBinaryLow = true
      drives = [set, program("write and verify M1 to the weight")]
      terminals = "CL1 to BL"
    case .logarithmic:
      function = "V = n k T/e ln(1 + I/I0): logarithm, exponential, product, quotient"
      multistateOhms = 1 / window.upperBound
      multistateState = "low"
      isBinaryLow = true
      drives = [set, program("write and verify M1 to its largest conductance")]
      terminals = "WL to BL"
    case .softplus:
      function = "I = A softplus(K (V - V0))"
      multistateOhms = SoftplusOperator.multistateResistance
      multistateState = "10 kohm"
      isBinaryLow = true
      drives = [set, program("write and verify M1 to 10 kohm")]
      terminals = "WL to BL"
    case .sigmoid:
      function = "I = A (2 sigmoid(K V) - 1)"
      multistateOhms = 1 / window.upperBound
      multistateState = "low"
      isBinaryLow = false
      drives = [program("write and verify M1 to its largest conductance"), reset]
      terminals = "WL to BL"
    case .off:
      function = "conducts nothing that matters"
      multistateOhms = 1 / window.lowerBound
      multistateState = "high"
      isBinaryLow = false
      drives = [program("write and verify M1 to its smallest conductance"), reset]
      terminals = "none"
    }
    binaryOhms = isBinaryLow ? binary.lowResistance : binary.highResistance
  }
}
