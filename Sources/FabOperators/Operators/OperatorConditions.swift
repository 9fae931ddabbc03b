public import FabDevices

/// What all operators share: the bench and its imperfections.
public struct OperatorConditions: Hashable, Sendable {
  /// Relative standard deviation of a reading of a current; of device and instrument together.
  public var readoutSpread: Double
  /// Standard deviation of the input offset voltage of the bench's amplifiers, in volt.
  public var amplifierOffset: Double
  /// Whether every unit's output is multiplied by one gain that was measured on it.
  public var trimsGain: Bool
  /// How M1 is programmed.
  public var programming: WriteVerify
  /// The diode that the bench's bias voltages are made for.
  public var biasDiode: DiodeParameters

  /// Creates conditions; the defaults are an ideal bench but for the readings.
  ///
  /// - Throws: ``DeviceError/outOfRange(quantity:found:expected:)`` for spreads that are negative or above 1.
  public init(
    readoutSpread: Double = OperatorConditions.calibratedReadoutSpread,
    amplifierOffset: Double = 0,
    trimsGain: Bool = false,
    programming: WriteVerify? = nil,
    biasDiode: DiodeParameters = .nominal
  ) throws(DeviceError) {
    for spread in [readoutSpread, amplifierOffset] {
      guard (0...1).contains(spread) else {
        throw .outOfRange(quantity: .spread, found: spread, expected: "0...1")
      }
    }
    self.readoutSpread = readoutSpread
    self.amplifierOffset = amplifierOffset
    self.trimsGain = trimsGain
    if let programming {
      self.programming = programming
    } else {
      self.programming = try WriteVerify(pulseLimit: Self.pulseLimit)
    }
    self.biasDiode = biasDiode
  }

  /// The number of pulses after which a memristor counts as not programmed.
  ///
  /// > Source: Assumed, the paper states none: with 1.5 % from cycle to cycle a band of 1 % takes tens of pulses, and a
  /// > few memristors more than a hundred.
  public static let pulseLimit = 400

  /// The relative spread of a reading that lets vector products err as published.
  ///
  /// > Source: Calibrated: 1 x 3 products err by the 0.78 % of Adv. Sci. 2025, 12(33), e04706, Figure 3d;
  /// > `pcu-fab simulate calibrate` repeats it.
  public static let calibratedReadoutSpread = 0.0089
}
